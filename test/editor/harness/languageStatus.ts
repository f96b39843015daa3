import type { Locator, Page } from 'playwright-core';

/** The language status of the active editor: the braces in the status bar, and what they show. */
export class LanguageStatus {
  readonly #page: Page;
  readonly #button: Locator;
  readonly #entries: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#button = page.locator('[id="status.languageStatus"]');
    this.#entries = page.locator('.hover-language-status:visible');
  }

  /** Opens it and resolves to its entries, each as it reads: text, detail and command. */
  async open(): Promise<string[]> {
    await this.#button.hover();
    await this.#entries.first().waitFor();
    const texts = await this.#entries.allInnerTexts();
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  /** Moves the mouse away and waits until it is closed. */
  async close(): Promise<void> {
    await this.#page.mouse.move(0, 0);
    await this.#entries.first().waitFor({ state: 'hidden' });
  }
}
