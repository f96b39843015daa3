import type { Locator, Page } from 'playwright-core';

/** The breadcrumbs above the active editor. */
export class Breadcrumbs {
  readonly #items: Locator;

  constructor(page: Page) {
    this.#items = page.locator('.editor-group-container.active .breadcrumbs-control .monaco-breadcrumb-item');
  }

  /** Their texts, from the file's name on. */
  async names(): Promise<string[]> {
    return this.#items.allInnerTexts();
  }
}
