import type { Locator, Page } from 'playwright-core';

/** A modal dialog. One that has only one text has it as its detail. */
export interface Dialog {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** The modal dialog that is open. */
export class Dialogs {
  readonly #dialog: Locator;

  constructor(page: Page) {
    this.#dialog = page.locator('.monaco-dialog-box');
  }

  /** Waits for a dialog with the text in its message or detail. */
  async waitFor(text: string): Promise<Dialog> {
    const dialog = this.#dialog.filter({ hasText: text });
    await dialog.waitFor();
    return {
      message: (await dialog.locator('.dialog-message-text').allInnerTexts()).join('\n'),
      detail: (await dialog.locator('.dialog-message-detail').allInnerTexts()).join('\n'),
      buttons: await dialog.locator('.dialog-buttons').getByRole('button').allInnerTexts(),
    };
  }

  /** Whether a dialog is open. */
  async isOpen(): Promise<boolean> {
    return this.#dialog.isVisible();
  }

  /** Whether the open dialog is a warning, as its icon shows. */
  async isWarning(): Promise<boolean> {
    return this.#dialog.locator('.dialog-icon.codicon-dialog-warning').isVisible();
  }

  /** The title of the button that Enter presses. */
  async focusedButton(): Promise<string> {
    return this.#dialog.locator('.dialog-buttons :focus').innerText();
  }

  /** Presses Enter, and waits until the dialog is closed. */
  async pressEnter(): Promise<void> {
    await this.#closeBy(() => this.#dialog.page().keyboard.press('Enter'));
  }

  /** Clicks a button of the dialog and waits until it is closed. */
  async click(button: string): Promise<void> {
    const buttons = this.#dialog.locator('.dialog-buttons');
    await this.#closeBy(() => buttons.getByRole('button', { name: button, exact: true }).click());
  }

  /** Presses Escape, which is Cancel, and waits until the dialog is closed. */
  async cancel(): Promise<void> {
    await this.#closeBy(() => this.#dialog.press('Escape'));
  }

  /** Waits for the dialog that is open now: the next one can open at once. */
  async #closeBy(action: () => Promise<void>): Promise<void> {
    const dialog = await this.#dialog.elementHandle();
    await action();
    await dialog.waitForElementState('hidden');
  }
}
