import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** How long the editor may take before it is asked once more, in milliseconds. */
const oneLook = 3_000;

/** The quick fixes at the caret. */
export class QuickFixes {
  readonly #page: Page;
  readonly #rows: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#rows = page.locator('.action-widget .monaco-list-row.action');
  }

  /** Asks for the quick fixes, by keyboard, and waits for the list. */
  async open(): Promise<void> {
    // A problem that is reported during this time ends the editor's search, and no list is shown: then it is asked once
    // more.
    await until(
      'The quick fixes are shown',
      async () => {
        await this.#page.keyboard.press('ControlOrMeta+.');
        const shown = this.#rows.first().waitFor({ timeout: oneLook });
        return shown.then(
          () => true,
          () => false,
        );
      },
      (isShown) => isShown,
    );
  }

  /** Applies the only fix that is right at the caret, by keyboard. `isApplied` returns whether the text has it. */
  async applyByKey(isApplied: () => Promise<boolean>): Promise<void> {
    // A problem that is reported during this time ends this search too, and nothing is applied: then the key is pressed
    // once more.
    await until(
      'The quick fix is applied',
      async () => {
        await this.#page.keyboard.press('Alt+Shift+.');
        const applied = until('The text changes', isApplied, (is) => is, oneLook);
        return applied.catch(() => false);
      },
      (is) => is,
    );
  }

  /** The titles in their order. */
  async titles(): Promise<string[]> {
    return (await this.#rows.locator('.title').allInnerTexts()).map((title) => title.trim());
  }

  /** Clicks the one with this title and waits until the list is closed. */
  async choose(title: string): Promise<void> {
    await this.#rows.filter({ hasText: title }).first().click();
    await this.#rows.first().waitFor({ state: 'hidden' });
  }

  /** Presses Escape and waits until the list is closed. */
  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#rows.first().waitFor({ state: 'hidden' });
  }
}
