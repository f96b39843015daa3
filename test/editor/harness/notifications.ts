import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** A notification at the window's corner. */
export interface Notification {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly source: string;
  readonly buttons: readonly string[];
}

/** The notifications that are to be seen now: at the window's corner, or all of them in the notification center. */
export class Notifications {
  readonly #toasts: Locator;

  constructor(page: Page) {
    this.#toasts = page.locator('.notification-list-item');
  }

  /** All of them, the newest first. */
  async all(): Promise<Notification[]> {
    const toasts = await this.#toasts.all();
    return Promise.all(toasts.map((toast) => read(toast)));
  }

  /** Waits for one whose message contains the text. */
  async waitFor(text: string): Promise<Notification> {
    const toast = this.#with(text);
    await toast.waitFor();
    return read(toast);
  }

  /** Clicks a button of the one whose message contains the text. */
  async click(text: string, button: string): Promise<void> {
    await this.#with(text).getByRole('button', { name: button, exact: true }).click();
  }

  /** Closes the one whose message contains the text, and waits until it is gone. */
  async dismiss(text: string): Promise<void> {
    const toast = this.#with(text);
    // The button is there under the mouse alone, and a message that has just come moves away from under it.
    await until(
      `The message ${JSON.stringify(text)} is closed`,
      async () => {
        await toast.hover();
        const clicked = toast.locator('.codicon-notifications-clear').click({ timeout: 2000 });
        return clicked.then(
          () => true,
          () => false,
        );
      },
      (isClicked) => isClicked,
    );
    await toast.waitFor({ state: 'detached' });
  }

  /** Waits until none has a message that contains the text. */
  async waitUntilGone(text: string): Promise<void> {
    await this.#with(text).waitFor({ state: 'detached' });
  }

  #with(text: string): Locator {
    return this.#toasts.filter({ hasText: text }).first();
  }
}

async function read(toast: Locator): Promise<Notification> {
  const { icon, ...rest } = await toast.evaluate((element) => {
    const textOf = (selector: string): string => element.querySelector(selector)?.textContent.trim() ?? '';
    return {
      icon: element.querySelector('.notification-list-item-icon')?.className ?? '',
      message: textOf('.notification-list-item-message'),
      source: textOf('.notification-list-item-source').replace('Source: ', ''),
      buttons: [...element.querySelectorAll('.notification-list-item-buttons-container [role=button]')].map(
        (button) => button.textContent,
      ),
    };
  });
  const severity = icon.includes('codicon-error') ? 'error' : icon.includes('codicon-warning') ? 'warning' : 'info';
  return { severity, ...rest };
}
