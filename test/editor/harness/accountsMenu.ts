import type { Locator, Page } from 'playwright-core';

/** The Accounts menu of the activity bar: who is signed in, and Sign Out. */
export class AccountsMenu {
  readonly #page: Page;
  readonly #button: Locator;
  readonly #menus: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#button = page.locator('.activitybar').getByRole('button', { name: 'Accounts' });
    this.#menus = page.locator('.monaco-menu:visible');
  }

  /** Opens the menu, and waits until it has an account with this label. */
  async open(account: string): Promise<void> {
    await this.#button.click();
    await this.#item(account).waitFor();
  }

  /** The labels of the menu that is open. */
  async items(): Promise<string[]> {
    return this.#menus.getByRole('menuitem').locator('.action-label').allInnerTexts();
  }

  /** Opens the menu of an account in the menu that is open. */
  async openAccount(account: string): Promise<void> {
    await this.#item(account).hover();
    await this.#page.keyboard.press('ArrowRight');
    await this.#menus.nth(1).waitFor();
  }

  /** Goes to an item of the menus that are open by mouse, and presses Enter. */
  async choose(label: string): Promise<void> {
    await this.#item(label).hover();
    await this.#menus.locator('.action-item.focused').getByText(label, { exact: true }).waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#menus.first().waitFor({ state: 'hidden' });
  }

  /** Opens the menu, reads its labels and closes it. */
  async labels(): Promise<string[]> {
    await this.#button.click();
    await this.#menus.first().waitFor();
    const labels = await this.items();
    await this.#page.keyboard.press('Escape');
    await this.#menus.first().waitFor({ state: 'hidden' });
    return labels;
  }

  #item(label: string): Locator {
    return this.#menus.getByRole('menuitem').getByText(label, { exact: true });
  }
}
