import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';
import { TextView } from './textView.ts';
import { until } from './until.ts';

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

  /** Sets the log level of a channel, such as `Trace`; waits until the channel exists. */
  async setLogLevel(channel: string, level: string): Promise<void> {
    await until(
      `There is a channel ${channel}`,
      async () => {
        await this.#quickInput.runCommand('Developer: Set Log Level...');
        await this.#quickInput.type(channel);
        const labels = (await this.#quickInput.rows()).map(({ label }) => label);
        if (!labels.includes(channel)) await this.#quickInput.cancel();
        return labels;
      },
      (labels) => labels.includes(channel),
    );
    await this.#quickInput.choose(channel);
    await this.#quickInput.choose(level);
    await this.#quickInput.waitUntilClosed();
  }

  /** The channel's text now. It comes through a file, so wait for what is expected. */
  async text(): Promise<string> {
    return (await this.#view.lines()).join('\n');
  }

  #channels(): Locator {
    return this.#panel.getByLabel('Switch Output').filter({ visible: true });
  }
}
