/** A document can't be sent. The message is a sentence with the reason, and that nothing was sent. */
export class NotReadyError extends Error {
  /** Whether the Problems view has the reasons. */
  readonly isInProblems: boolean;

  constructor(message: string, { isInProblems = false } = {}) {
    super(message);
    this.isInProblems = isInProblems;
  }
}
