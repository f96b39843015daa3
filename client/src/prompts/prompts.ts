import type { Choice } from './choice.ts';
import type { Question, Reply } from './question.ts';

/** Everything that is asked of a user or shown to one: commands know the editor through this alone. */
export interface Prompts {
  /** Asks for a text that must not be seen. `undefined` when the user leaves. */
  secret(options: {
    title: string;
    prompt: string;
    validate: (text: string) => string | undefined;
  }): Promise<string | undefined>;
  /** Asks for a text, with `value` in the box. Returns `undefined` if the user cancels. */
  input(options: {
    title: string;
    prompt: string;
    value: string;
    validate: (text: string) => string | undefined;
  }): Promise<string | undefined>;
  /** Asks for one of several choices; `onFocus` is called for each that has the focus. `undefined` when the user leaves. */
  pick<T>(
    choices: readonly Choice<T>[],
    options: { title: string; placeholder: string; onFocus?: (value: T) => void },
  ): Promise<T | undefined>;
  /** Asks one question of several, to which one can come back. */
  ask(question: Question): Promise<Reply>;
  /** Asks before something happens, in a window of its own; `isWarning` where there is something to lose. */
  confirm(question: { message: string; detail: string; action: string; isWarning?: boolean }): Promise<boolean>;
  /** Asks which of several things happens, in a window of its own. `undefined`: none. */
  choose<A extends string>(question: {
    message: string;
    detail: string;
    actions: readonly A[];
    isWarning?: boolean;
  }): Promise<A | undefined>;
  /** Shows a message; resolves to the action that was chosen, if any. */
  info<A extends string>(message: string, ...actions: A[]): Promise<A | undefined>;
  warn<A extends string>(message: string, ...actions: A[]): Promise<A | undefined>;
  error<A extends string>(message: string, ...actions: A[]): Promise<A | undefined>;
  /** Hides the messages that are shown; those with a question stay in the notification center. */
  hideMessages(): Promise<void>;
  /**
   * Runs a task; while it takes its time a message shows it, with a Cancel button, which aborts the signal. The task may report
   * what it does.
   */
  progress<T>(title: string, task: (signal: AbortSignal, report: (message: string) => void) => Promise<T>): Promise<T>;
  copy(text: string): Promise<void>;
  /** Shows a message in the status bar for a moment: for what went as expected. */
  status(message: string): void;
  openSettings(setting: string): Promise<void>;
  /** Opens a page in the browser. */
  openPage(address: string): Promise<void>;
  showProblems(): Promise<void>;
}
