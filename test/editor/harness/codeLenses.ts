import type { Locator, Page } from 'playwright-core';

/** The lenses above the text of the active editor. */
export class CodeLensRow {
  readonly #lenses: Locator;

  constructor(page: Page) {
    this.#lenses = page.locator('.editor-group-container.active .codelens-decoration a');
  }

  /** Their titles. */
  async titles(): Promise<string[]> {
    const titles = await this.#lenses.allInnerTexts();
    return titles.map((title) => title.trim());
  }

  /** Clicks the one with this title. */
  async click(title: string): Promise<void> {
    await this.#lenses.and(this.#lenses.page().getByText(title, { exact: true })).click();
  }
}
