import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** What the status bar shows about the active text editor. */
export class StatusBar {
  readonly #mode: Locator;
  readonly #selection: Locator;

  constructor(page: Page) {
    this.#mode = page.locator('[id="status.editor.mode"]');
    this.#selection = page.locator('[id="status.editor.selection"]');
  }

  /** The name of the document's language. */
  async languageName(): Promise<string> {
    return this.#mode.innerText();
  }

  /** Where the caret is: `Ln 3, Col 12`, with the number of selected characters where there are some. */
  async caret(): Promise<string> {
    return this.#selection.innerText();
  }

  /**
   * Waits until the caret is there, which the status bar shows a moment later. Both count from 1, in whole characters.
   */
  async waitForCaret(line: number, column: number): Promise<void> {
    const place = `Ln ${line}, Col ${column}`;
    await until(
      `The caret is at ${place}`,
      () => this.caret(),
      (caret) => caret === place,
    );
  }
}
