/** An attempt to submit a document. */
export interface Attempt {
  /** Whether the user has submitted the document again since. */
  isOvertaken(): boolean;
}

/**
 * The attempts of this window to submit documents. A later attempt replaces an earlier one that hasn't sent anything yet, so
 * that two clicks ask once, and a message that nobody answers doesn't keep a document from being submitted.
 */
export class SubmissionAttempts {
  readonly #latest = new Map<string, symbol>();

  /** Starts an attempt to submit a document. */
  start(uri: string): Attempt {
    const id = Symbol();
    this.#latest.set(uri, id);
    return { isOvertaken: () => this.#latest.get(uri) !== id };
  }
}
