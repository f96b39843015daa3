import {
  QuickInputButtons,
  window,
  InputBoxValidationSeverity,
  type InputBox,
  type QuickInput,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';
import { replyOf, rowsOf, type Question, type Reply, type Row } from './question.ts';

/**
 * Asks one question of several, with a Back button behind the first. Looking elsewhere does not close it: what was
 * entered before would be lost.
 */
export async function askInWindow(question: Question): Promise<Reply> {
  return question.choices ? askByList(question) : askByText(question);
}

async function askByText(question: Question): Promise<Reply> {
  const input = window.createInputBox();
  input.value = question.value;
  input.placeholder = question.placeholder;
  input.prompt = question.prompt;
  const showRemark = (text: string): void => {
    const remark = question.remarkOn(text);
    input.validationMessage = remark && {
      message: remark.text,
      severity: remark.isError ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Warning,
    };
  };
  // What is wrong with an empty text goes without saying until the user wants to go on.
  if (input.value !== '') showRemark(input.value);
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
  list.placeholder = question.prompt;
  list.matchOnDescription = true;
  const show = (typed: string): void => {
    list.items = rowsOf(question, typed);
  };
  show('');
  const current = list.items.find(({ answer }) => answer === question.value);
  if (current) list.activeItems = [current];
  list.onDidChangeValue(show);
  return replyFrom(question, list, (reply) => {
    list.onDidAccept(() => {
      const said = replyOf(question, list.selectedItems[0], list.value);
      if (said !== undefined) reply(said);
    });
  });
}

/** Shows the input until it has a reply, or the user leaves. */
async function replyFrom(
  { title, step, totalSteps }: Question,
  input: InputBox | QuickPick<QuickPickItem & Row>,
  whenAccepted: (reply: (reply: Reply) => void) => void,
): Promise<Reply> {
  setUp(input, title, step, totalSteps);
  input.buttons = step > 1 ? [QuickInputButtons.Back] : [];
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

function setUp(input: QuickInput, title: string, step: number, totalSteps: number): void {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
}
