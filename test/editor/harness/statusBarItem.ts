import type { Locator, Page } from 'playwright-core';

/** An item that an extension has in the status bar. */
export class StatusBarItem {
  readonly #item: Locator;

  /** @param id the extension's id and the item's, with a dot between them */
  constructor(page: Page, id: string) {
    this.#item = page.locator(`.statusbar-item[id="${id}"]`);
  }

  /** Its text; empty while it isn't there. */
  async text(): Promise<string> {
    return (await this.#item.isVisible()) ? (await this.#item.innerText()).trim() : '';
  }

  /** What a screen reader reads. */
  async label(): Promise<string> {
    return (await this.#item.locator('a').getAttribute('aria-label')) ?? '';
  }

  /** Whether it has the color of a warning. */
  async isWarning(): Promise<boolean> {
    return this.#item.evaluate((item) => item.classList.contains('warning-kind'));
  }

  async click(): Promise<void> {
    await this.#item.click();
  }
}
