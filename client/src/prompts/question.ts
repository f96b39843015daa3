import * as l10n from '@vscode/l10n';
import type { Choice } from './choice.ts';

/** One question of several: a text to enter, or a list to choose from, where a text of one's own can be entered too. */
export interface Question {
  readonly title: string;
  /** Its number among the questions, from 1, and how many there are; not given where they aren't counted. */
  readonly step?: number;
  readonly totalSteps?: number;
  /** Whether a Back button leads to the question before. */
  readonly canGoBack: boolean;
  /** What to enter or select. */
  readonly prompt: string;
  readonly placeholder?: string;
  /** The answer so far: the text in the input, or the value of the active row of the list. */
  readonly value: string;
  /** What can be selected; without choices, a text is entered. */
  readonly choices?: readonly Choice<string>[];
  /** Whether the list accepts a text that is entered. */
  readonly takesText?: boolean;
  /** Whether the text is hidden. */
  readonly isSecret?: boolean;
  /** Whether a text is the answer as soon as it is in the input of the list, such as a pasted token, which must not stay visible. */
  readonly takesAtOnce?: (text: string) => boolean;
  /** Why the answer before wasn't accepted; shown until the text changes. */
  readonly problem?: string | undefined;
  /** What is wrong with a text, or unusual about it. */
  readonly remarkOn: (text: string) => Remark | undefined;
}

/** What is wrong with a text, so that it isn't an answer, or what is unusual about it. */
export interface Remark {
  readonly text: string;
  readonly isError: boolean;
}

export type Reply =
  { readonly kind: 'answer'; readonly text: string } | { readonly kind: 'back' } | { readonly kind: 'left' };

/** A row of a list. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly alwaysShow?: boolean;
  /** `undefined`: the text in the input. */
  readonly answer: string | undefined;
}

/** Returns the rows of a question's list for the text in its input: the choices, and the text itself where it can be an answer. */
export function rowsOf(question: Question, typed: string): Row[] {
  const rows = (question.choices ?? []).map(({ value, ...shown }): Row => ({ ...shown, answer: value }));
  const text = typed.trim();
  return text === '' ? rows : [...rows, ...textRows(question, text)];
}

/** The row of a text that is entered, unless it is one of the choices. */
function textRows({ choices = [], takesText, remarkOn }: Question, text: string): Row[] {
  if (takesText !== true || choices.some(({ label, value }) => text === label || text === value)) return [];
  const remark = remarkOn(text);
  const own: Row =
    remark?.isError === true
      ? { label: `$(error) ${remark.text}`, alwaysShow: true, answer: undefined }
      : {
          // Without the text: the editor lists first what has the text in its label, and that is to be the choices.
          label: l10n.t('Use entered text'),
          description: text,
          alwaysShow: true,
          answer: undefined,
          ...(remark && { detail: `$(warning) ${remark.text}` }),
        };
  return [own];
}

/**
 * Returns the reply of a user who accepts a row, or none, as a list has none for a moment after each key: then, and for
 * the row of the text itself, which may be that of a moment ago, the text counts.
 * @returns `undefined` if that isn't an answer
 */
export function replyOf({ takesText, remarkOn }: Question, row: Row | undefined, typed: string): Reply | undefined {
  if (row?.answer !== undefined) return { kind: 'answer', text: row.answer };
  const text = typed.trim();
  const isAnswer = takesText === true && text !== '' && remarkOn(text)?.isError !== true;
  return isAnswer ? { kind: 'answer', text } : undefined;
}
