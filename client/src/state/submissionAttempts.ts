/** An attempt to submit a document. */
export interface Attempt {
  /** Whether an earlier attempt hasn't ended: its question or message may still be shown. */
  readonly isRepeated: boolean;
  /** Whether the user has submitted the document again since. */
  isOvertaken(): boolean;
  /** Ends the attempt, when its message is closed. */
  end(): void;
}

/**
 * The attempts of this window to submit documents. A later attempt replaces an earlier one that hasn't sent anything yet, so
 * that two clicks ask once, and a message that nobody answers doesn't keep a document from being submitted.
 */
export class SubmissionAttempts {
  readonly #latest = new Map<string, symbol>();
  /** The attempts that haven't ended, by their documents. */
  readonly #open = new Map<string, Set<symbol>>();

  /** Starts an attempt to submit a document. */
  start(uri: string): Attempt {
    const id = Symbol();
    const open = this.#open.get(uri) ?? new Set();
    const isRepeated = open.size > 0;
    this.#latest.set(uri, id);
    this.#open.set(uri, open.add(id));
    return {
      isRepeated,
      isOvertaken: () => this.#latest.get(uri) !== id,
      end: () => void open.delete(id),
    };
  }
}
