import {
  QuickInputButtons,
  window,
  InputBoxValidationSeverity,
  type InputBox,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';
import { replyOf, rowsOf, type Question, type Reply, type Row } from './question.ts';

/**
 * Asks one question of several, with a Back button where there is one before it. The input stays open when another part of
 * the window gets the focus: what was entered before would be lost.
 */
export async function askInWindow(question: Question): Promise<Reply> {
  return question.choices ? askByList(question) : askByText(question);
}

async function askByText(question: Question): Promise<Reply> {
  const input = window.createInputBox();
  input.value = question.value;
  input.password = question.isSecret === true;
  input.placeholder = question.placeholder;
  input.prompt = question.prompt;
  const showRemark = (text: string): void => {
    const remark = question.remarkOn(text);
    input.validationMessage = remark && {
      message: remark.text,
      severity: remark.isError ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Warning,
    };
  };
  // An empty text is reported only when the user confirms it.
  if (input.value !== '') showRemark(input.value);
  if (question.problem !== undefined) {
    input.validationMessage = { message: question.problem, severity: InputBoxValidationSeverity.Error };
  }
  input.onDidChangeValue(showRemark);
  return replyFrom(question, input, (reply) => {
    input.onDidAccept(() => {
      const text = input.value.trim();
      if (question.remarkOn(text)?.isError !== true) reply({ kind: 'answer', text });
      else showRemark(text);
    });
  });
}

async function askByList(question: Question): Promise<Reply> {
  const list: QuickPick<QuickPickItem & Row> = window.createQuickPick();
  list.placeholder = question.problem ?? question.prompt;
  list.matchOnDescription = true;
  const show = (typed: string): void => {
    list.items = rowsOf(question, typed);
  };
  show('');
  const current = list.items.find(({ answer }) => answer === question.value);
  if (current) list.activeItems = [current];
  return replyFrom(question, list, (reply) => {
    list.onDidChangeValue((typed) => {
      if (question.takesAtOnce?.(typed.trim()) !== true) {
        show(typed);
        return;
      }
      list.value = '';
      reply({ kind: 'answer', text: typed.trim() });
    });
    list.onDidAccept(() => {
      const said = replyOf(question, list.selectedItems[0], list.value);
      if (said !== undefined) reply(said);
    });
  });
}

/** Shows the input until it has a reply, or the user closes it. */
async function replyFrom(
  { title, step, totalSteps, canGoBack }: Question,
  input: InputBox | QuickPick<QuickPickItem & Row>,
  whenAccepted: (reply: (reply: Reply) => void) => void,
): Promise<Reply> {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
  input.buttons = canGoBack ? [QuickInputButtons.Back] : [];
  try {
    return await new Promise<Reply>((resolve) => {
      whenAccepted(resolve);
      input.onDidTriggerButton(() => resolve({ kind: 'back' }));
      input.onDidHide(() => resolve({ kind: 'left' }));
      input.show();
    });
  } finally {
    input.dispose();
  }
}
