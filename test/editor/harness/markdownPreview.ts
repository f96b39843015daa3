import type { FrameLocator, Page } from 'playwright-core';

/** The active editor where it is a preview of Markdown. */
export class MarkdownPreview {
  readonly #frame: FrameLocator;

  constructor(page: Page) {
    this.#frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Waits until the preview shows a heading of the first level with this text, and resolves to the whole text. */
  async waitFor(heading: string): Promise<string> {
    await this.#frame.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    return this.#frame.locator('body').innerText();
  }

  /** Clicks the link with this text. */
  async clickLink(text: string): Promise<void> {
    await this.#frame.getByRole('link', { name: text, exact: true }).click();
  }
}
