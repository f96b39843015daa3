import * as l10n from '@vscode/l10n';
import type { Choice } from './choice.ts';

/** One question of several: a text to enter, or a list to choose from, where a text of one's own can be typed too. */
export interface Question {
  readonly title: string;
  /** Which of the questions it is, from 1. */
  readonly step: number;
  readonly totalSteps: number;
  readonly prompt: string;
  readonly placeholder?: string;
  /** The answer so far: it stands in the input, or is the active row of the list. */
  readonly value: string;
  /** What there is to choose; without, a text is entered. */
  readonly choices?: readonly Choice<string>[];
  /** Whether the list takes a text that is typed. */
  readonly takesText?: boolean;
  /** What is to be said of a text. */
  readonly remarkOn: (text: string) => Remark | undefined;
  /** What the first row of the list does instead of answering. */
  readonly action?: { readonly title: string; readonly icon: string };
}

/** Something wrong with a text, so that it is no answer, or something unusual about it. */
export interface Remark {
  readonly text: string;
  readonly isError: boolean;
}

export type Reply =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'action' }
  | { readonly kind: 'left' };

/** A row of a list. */
export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly alwaysShow?: boolean;
  /** `undefined`: what is typed, or none where the row is the action. */
  readonly answer: string | undefined;
  readonly isAction?: true;
}

/**
 * The rows of a question's list while a text stands in its input: the action, the choices, and the text itself. Behind a
 * text the action is the last one: the first row is the one that Enter takes.
 */
export function rowsOf(question: Question, typed: string): Row[] {
  const { choices = [], action } = question;
  const text = typed.trim();
  const actions: Row[] = action
    ? [{ label: `$(${action.icon}) ${action.title}`, answer: undefined, isAction: true }]
    : [];
  const rows = choices.map(({ value, ...shown }): Row => ({ ...shown, answer: value }));
  return text === '' ? [...actions, ...rows] : [...rows, ...textRows(question, text), ...actions];
}

/** The row of a text that is typed, unless it is one of the choices. */
function textRows({ choices = [], takesText, remarkOn }: Question, text: string): Row[] {
  if (takesText !== true || choices.some(({ label, value }) => text === label || text === value)) return [];
  const remark = remarkOn(text);
  const own: Row =
    remark?.isError === true
      ? { label: `$(error) ${remark.text}`, alwaysShow: true, answer: undefined }
      : {
          label: l10n.t('Use {0}', text),
          alwaysShow: true,
          answer: undefined,
          ...(remark && { detail: `$(warning) ${remark.text}` }),
        };
  return [own];
}

/**
 * What a user says who accepts a row, or none, as a list has none for a moment while one types: then, and for the row of
 * the text itself, which may be that of a moment ago, the text counts.
 * @returns `undefined` where that is no answer
 */
export function replyOf({ takesText, remarkOn }: Question, row: Row | undefined, typed: string): Reply | undefined {
  if (row?.isAction === true) return { kind: 'action' };
  if (row?.answer !== undefined) return { kind: 'answer', text: row.answer };
  const text = typed.trim();
  const isAnswer = takesText === true && text !== '' && remarkOn(text)?.isError !== true;
  return isAnswer ? { kind: 'answer', text } : undefined;
}
