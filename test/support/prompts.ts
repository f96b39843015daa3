import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Choice } from '../../client/src/prompts/choice.ts';
import type { Prompts } from '../../client/src/prompts/prompts.ts';
import { replyOf, rowsOf, type Question, type Reply } from '../../client/src/prompts/question.ts';

/** What a user does when asked, by the kind of question; without an entry the user leaves. */
export interface Answers {
  /** The texts entered into password boxes, in order. */
  readonly secrets?: readonly string[];
  /** The texts entered into other boxes, in order; an empty one leaves the text in the box. */
  readonly texts?: readonly string[];
  /** The label chosen from each list, in order. */
  readonly picks?: readonly string[];
  /** The labels that have the focus in each list before one is chosen, where the list has them. */
  readonly focuses?: readonly string[];
  /**
   * What is done at each step of several questions, in order: a text or the label of a row, or one of the other replies. Once
   * they are used up, the entries above are taken by the kind of the question.
   */
  readonly replies?: readonly (string | Exclude<Reply, { kind: 'answer' }>)[];
  /** Whether the user confirms a question with one button, and submits a new job. */
  readonly confirm?: boolean;
  /** The buttons pressed in windows that have them, in order. */
  readonly choices?: readonly string[];
  /** The button pressed on a message, by a part of its text. */
  readonly buttons?: Readonly<Record<string, string>>;
}

/**
 * Matches a line of `shown`: its kind, such as `error`, and fragments of its text in their order. Tests name fragments, so
 * that a sentence can be reworded.
 */
export function line(kind: string, ...fragments: readonly string[]): unknown {
  const escaped = fragments.map((fragment) => fragment.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  return expect.stringMatching(new RegExp([`^${kind}: `, ...escaped].join('[^]*')));
}

/** A question as `shown` has it: counted ones with the value in the input, others as the single questions are. */
function shownQuestion({ title, step, totalSteps, prompt, choices, value, isSecret, problem }: Question): string {
  const labels = choices?.map(({ label }) => label).join(', ');
  const mistake = problem === undefined ? '' : ` (${problem})`;
  if (step !== undefined) {
    const shownValue = isSecret === true && value !== '' ? '••••' : value;
    return `ask ${step}/${totalSteps ?? '?'}: ${title}: [${shownValue}]${labels === undefined ? '' : ` ${labels}`}${mistake}`;
  }
  if (labels !== undefined) return `pick: ${title}: ${labels}${mistake}`;
  return `${isSecret === true ? 'secret' : 'input'}: ${title}. ${prompt}${mistake}`;
}

/** The reply of a user who enters a text, or selects the row with this label. */
function answerTo(question: Question, text: string): Reply {
  const { choices, remarkOn, takesAtOnce } = question;
  if (choices === undefined) {
    return remarkOn(text)?.isError === true ? { kind: 'left' } : { kind: 'answer', text: text.trim() };
  }
  if (takesAtOnce?.(text) === true) return { kind: 'answer', text };
  const row = rowsOf(question, text).find(({ label, answer }) => text === label || text === answer);
  return replyOf(question, row, text) ?? { kind: 'left' };
}

/** Prompts without an editor: gives the specified answers and remembers everything that was shown. */
export class FakePrompts implements Prompts {
  readonly shown: string[] = [];
  /** What stood in the input of each list. */
  readonly placeholders: string[] = [];
  readonly copied: string[] = [];
  readonly opened: string[] = [];
  readonly cancellations: AbortController[] = [];
  readonly #answers: Answers;
  readonly #secrets: string[];
  readonly #texts: string[];
  readonly #picks: string[];
  readonly #replies: (string | Reply)[];
  readonly #choices: string[];

  constructor(answers: Answers = {}) {
    this.#answers = answers;
    this.#secrets = [...(answers.secrets ?? [])];
    this.#texts = [...(answers.texts ?? [])];
    this.#picks = [...(answers.picks ?? [])];
    this.#replies = [...(answers.replies ?? [])];
    this.#choices = [...(answers.choices ?? [])];
  }

  async secret({ title, prompt, validate }: Parameters<Prompts['secret']>[0]): Promise<string | undefined> {
    this.shown.push(`secret: ${title}. ${prompt}`);
    const entered = this.#secrets.shift();
    return Promise.resolve(entered !== undefined && validate(entered) === undefined ? entered : undefined);
  }

  async input({ title, prompt, value, validate }: Parameters<Prompts['input']>[0]): Promise<string | undefined> {
    this.shown.push(`input: ${title}. ${prompt}`);
    const typed = this.#texts.shift();
    const entered = typed === '' ? value : typed;
    return Promise.resolve(entered !== undefined && validate(entered) === undefined ? entered : undefined);
  }

  async pick<T>(
    choices: readonly Choice<T>[],
    { title, placeholder, onFocus }: { title: string; placeholder: string; onFocus?: (value: T) => void },
  ): Promise<T | undefined> {
    this.placeholders.push(placeholder);
    this.shown.push(`pick: ${title}: ${choices.map(({ label }) => label).join(', ')}`);
    const focused = choices.filter((choice) => this.#answers.focuses?.includes(choice.label) === true);
    for (const { value } of focused) onFocus?.(value);
    // What is shown for it is read asynchronously.
    await setImmediate();
    const label = this.#picks.shift();
    return Promise.resolve(choices.find((choice) => choice.label === label)?.value);
  }

  /** Answers only with what the question takes; else leaves. */
  async ask(question: Question): Promise<Reply> {
    const { choices, canGoBack, value } = question;
    this.shown.push(shownQuestion(question));
    if (choices) this.placeholders.push(question.prompt);
    const reply = this.#replies.shift() ?? this.#entryFor(question) ?? { kind: 'left' };
    if (typeof reply !== 'string') {
      return Promise.resolve(reply.kind !== 'back' || canGoBack ? reply : { kind: 'left' });
    }
    return Promise.resolve(answerTo(question, reply === '' && choices === undefined ? value : reply));
  }

  #entryFor({ choices, isSecret }: Question): string | undefined {
    if (choices) return this.#picks.shift();
    return isSecret === true ? this.#secrets.shift() : this.#texts.shift();
  }

  async confirm({ message, detail, isWarning }: Parameters<Prompts['confirm']>[0]): Promise<boolean> {
    this.shown.push(`confirm${isWarning === true ? ' with a warning' : ''}: ${message}\n${detail}`);
    return Promise.resolve(this.#answers.confirm ?? false);
  }

  async choose<A extends string>({
    message,
    detail,
    actions,
    isWarning,
  }: {
    message: string;
    detail: string;
    actions: readonly A[];
    isWarning?: boolean;
  }): Promise<A | undefined> {
    const buttons = actions.map((action) => `[${action}]`).join(' ');
    this.shown.push(`choose${isWarning === true ? ' with a warning' : ''}: ${message} ${buttons}\n${detail}`);
    const next = actions.find((action) => action === this.#choices[0]);
    if (next !== undefined) this.#choices.shift();
    const submit =
      this.#answers.confirm === true ? actions.find((action) => /^Submit(?: to .*)?$/.test(action)) : undefined;
    return Promise.resolve(next ?? submit);
  }

  async info<A extends string>(message: string, ...actions: A[]): Promise<A | undefined> {
    return this.#message('info', message, actions);
  }

  async warn<A extends string>(message: string, ...actions: A[]): Promise<A | undefined> {
    return this.#message('warn', message, actions);
  }

  async error<A extends string>(message: string, ...actions: A[]): Promise<A | undefined> {
    return this.#message('error', message, actions);
  }

  /** The task under way can be canceled by the last of `cancellations`. */
  async progress<T>(
    title: string,
    task: (signal: AbortSignal, say: (message: string) => void) => Promise<T>,
  ): Promise<T> {
    this.shown.push(`progress: ${title}`);
    const cancellation = new AbortController();
    this.cancellations.push(cancellation);
    return task(cancellation.signal, (message) => this.shown.push(`progress: ${title}: ${message}`));
  }

  async hideMessages(): Promise<void> {
    this.shown.push('hidden');
    return Promise.resolve();
  }

  async copy(text: string): Promise<void> {
    this.copied.push(text);
    return Promise.resolve();
  }

  status(message: string): void {
    this.shown.push(`status: ${message}`);
  }

  async openSettings(setting: string): Promise<void> {
    this.opened.push(`settings: ${setting}`);
    return Promise.resolve();
  }

  async openPage(address: string): Promise<void> {
    this.opened.push(`page: ${address}`);
    return Promise.resolve();
  }

  async showProblems(): Promise<void> {
    this.opened.push('problems');
    return Promise.resolve();
  }

  async #message<A extends string>(level: string, message: string, actions: readonly A[]): Promise<A | undefined> {
    this.shown.push([`${level}: ${message}`, ...actions.map((action) => `[${action}]`)].join(' '));
    const pressed = Object.entries(this.#answers.buttons ?? {}).find(([part]) => message.includes(part))?.[1];
    return Promise.resolve(actions.find((action) => action === pressed));
  }
}
