import { checkText, type CheckedText, type CheckOptions } from './checkText.ts';

/** Checks a text. */
export type Check = (text: string, options: CheckOptions) => Promise<CheckedText>;

/** Remembers the results of a run, so that the next one checks only the texts that have changed. */
export class RememberedChecks {
  readonly #check: Check;
  #last: ReadonlyMap<string, Promise<CheckedText>> = new Map();
  #current = new Map<string, Promise<CheckedText>>();

  constructor(check: Check = checkText) {
    this.#check = check;
  }

  /** Begins a run. What the last one didn't check is forgotten. */
  beginRun(): void {
    this.#last = this.#current;
    this.#current = new Map();
  }

  async check(text: string, options: CheckOptions): Promise<CheckedText> {
    const key = JSON.stringify([options.fix, options.withFixes, ...options.severities]) + text;
    const checked = this.#current.get(key) ?? this.#last.get(key) ?? this.#check(text, options);
    this.#current.set(key, checked);
    return checked;
  }
}
