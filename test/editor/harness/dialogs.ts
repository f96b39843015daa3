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

  /** Waits for a dialog whose message or detail contains the text. */
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

  /** Clicks a button of the dialog and waits until it is closed. */
  async click(button: string): Promise<void> {
    await this.#dialog.locator('.dialog-buttons').getByRole('button', { name: button, exact: true }).click();
    await this.#dialog.waitFor({ state: 'hidden' });
  }

  /** Presses Escape, which is Cancel, and waits until the dialog is closed. */
  async cancel(): Promise<void> {
    await this.#dialog.press('Escape');
    await this.#dialog.waitFor({ state: 'hidden' });
  }
}
