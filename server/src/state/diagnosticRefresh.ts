/**
 * Has the diagnostics of all documents brought up to date when something beside the documents has changed. Many may say so
 * at once: one refresh is under way at a time, and one more follows.
 */
export class DiagnosticRefresh {
  readonly #refresh: () => Promise<void>;
  #isRunning = false;
  #isAsked = false;

  /** @param refresh asks the client for it, or sends what is due; never rejects */
  constructor(refresh: () => Promise<void>) {
    this.#refresh = refresh;
  }

  /** Asks for a refresh; it comes when what is being done is done. */
  ask(): void {
    this.#isAsked = true;
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isAsked) {
      this.#isAsked = false;
      await Promise.resolve();
      await this.#refresh();
    }
    this.#isRunning = false;
  }
}
