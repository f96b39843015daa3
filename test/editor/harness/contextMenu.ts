import type { Locator, Page } from 'playwright-core';

/** The context menu that is open. */
export class ContextMenu {
  readonly #page: Page;
  readonly #menu: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#menu = page.locator('.monaco-menu:visible');
  }

  /** The labels of the menu's items; waits until it is open. */
  async items(): Promise<string[]> {
    const labels = this.#menu.getByRole('menuitem').locator('.action-label');
    await labels.first().waitFor();
    return labels.allInnerTexts();
  }

  /**
   * Goes to the item with exactly this label by mouse, presses Enter and waits until the menu is closed. (A click is ignored
   * while the menu is new, so that the click that opened it doesn't choose.)
   */
  async choose(label: string): Promise<void> {
    await this.#menu.getByRole('menuitem').getByText(label, { exact: true }).hover();
    await this.#menu.locator('.action-item.focused').getByText(label, { exact: true }).waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#menu.first().waitFor({ state: 'hidden' });
  }

  /** Presses Escape and waits until the menu is closed. */
  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#menu.first().waitFor({ state: 'hidden' });
  }
}
