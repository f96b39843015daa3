import type { Locator, Page } from 'playwright-core';
import { keys } from './keys.ts';
import type { QuickInput } from './quickInput.ts';
import { until } from './until.ts';

/** A notification at the window's corner. */
export interface Notification {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly source: string;
  readonly buttons: readonly string[];
}

/**
 * How long a message may take until it is looked up in the notification center, in milliseconds: one that arrives with
 * others is shown only there, and one that has been shown for a while is moved there.
 */
const oneLook = 3_000;

/** The notifications at the window's corner, and those in the notification center. */
export class Notifications {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly #items: Locator;
  readonly #messages: Locator;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.#items = page.locator('.notification-list-item').filter({ visible: true });
    this.#messages = this.#items.filter({ hasNot: page.locator('.monaco-progress-container.active') });
  }

  /** All that are in sight, the newest first. */
  async all(): Promise<Notification[]> {
    const items = await this.#items.all();
    return Promise.all(items.map((item) => read(item)));
  }

  /** Waits for one with the text in its message that isn't the progress of something under way. */
  async waitFor(text: string): Promise<Notification> {
    return read(await this.#find(this.#messages, text));
  }

  /** Clicks a button of the one with the text in its message. */
  async click(text: string, button: string): Promise<void> {
    const item = await this.#find(this.#items, text);
    await item.getByRole('button', { name: button, exact: true }).click();
  }

  /** Removes all, but for the progress of something under way. */
  async clear(): Promise<void> {
    await until(
      'No message is left',
      async () => {
        await this.#page.keyboard.press(keys.clearNotifications.press);
        return this.#messages.count();
      },
      (left) => left === 0,
    );
  }

  async #find(items: Locator, text: string): Promise<Locator> {
    const item = items.filter({ hasText: text }).first();
    // The hover of the status bar would cover it.
    await this.#page.mouse.move(0, 0);
    await until(
      `There is a message with ${JSON.stringify(text)}`,
      async () => {
        const shown = item.waitFor({ timeout: oneLook });
        return shown.then(
          () => true,
          async () => this.#openCenter(),
        );
      },
      (isShown) => isShown,
    );
    return item;
  }

  /** Opens the notification center, unless it is open or would close a question. */
  async #openCenter(): Promise<false> {
    const isOpen = await this.#page.locator('.notifications-center.visible').isVisible();
    if (!isOpen && !(await this.#quickInput.isOpen())) {
      await this.#page.locator('[id="status.notifications"]').click();
      await this.#page.mouse.move(0, 0);
    }
    return false;
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
