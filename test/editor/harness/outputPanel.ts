import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';
import { TextView } from './textView.ts';

/** The Output view. */
export class OutputPanel {
  readonly #quickInput: QuickInput;
  readonly #panel: Locator;
  readonly #view: TextView;

  constructor(page: Page, quickInput: QuickInput) {
    this.#quickInput = quickInput;
    this.#panel = page.locator('.part.panel');
    this.#view = new TextView(page, this.#panel.locator('.output-view .monaco-editor').first());
  }

  /** Opens the view and switches it to a channel. */
  async show(channel: string): Promise<void> {
    await this.#quickInput.runCommand('Output: Focus on Output View');
    await this.#channels().selectOption(channel);
    await this.waitForChannel(channel);
  }

  /** Waits until the view is open and shows this channel. */
  async waitForChannel(channel: string): Promise<void> {
    await this.#channels()
      .and(this.#panel.locator(`select:has(option:checked[value="${channel}"])`))
      .waitFor();
  }

  /** The channel's text now. It comes through a file, so wait for what is expected. */
  async text(): Promise<string> {
    return (await this.#view.lines()).join('\n');
  }

  #channels(): Locator {
    return this.#panel.getByLabel('Switch Output').filter({ visible: true });
  }
}
