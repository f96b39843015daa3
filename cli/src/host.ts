import type { Fetch } from '../../client/src/api/http.ts';

/** Where a command writes: the standard output or the standard error. */
export interface Output {
  readonly isTerminal: boolean;
  /** Resolves when more can be written. */
  readonly write: (text: string) => Promise<void>;
}

/** What the commands use of the process that they run in. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
  readonly errors: Output;
  /** Reads the standard input to its end. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Asks on the terminal. @returns the answer, empty if the user leaves; `undefined` where the standard input isn’t a terminal */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** Runs a task, and aborts its signal when the user presses Ctrl+C, which doesn’t end the process then. */
  readonly untilInterrupted: <T>(task: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Returns what sends requests. @throws Failure if the proxy in the environment isn’t valid */
  readonly fetch: () => Fetch;
  /** The folder of the package, with `schemas/` and `samples/`, as a path. */
  readonly packageFolder: string;
  /** Serves the language over the standard input and output until the client ends it. */
  readonly serveLanguage: () => Promise<never>;
  /** Aborted when a command that waits is to end. */
  readonly stop: AbortSignal;
}

/** 0: nothing to report; 1: findings; 2: the arguments are wrong, or something failed. */
export type ExitCode = 0 | 1 | 2;
