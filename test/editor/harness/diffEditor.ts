import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** The diff editor of the active group. Its texts must be in sight as a whole. */
export class DiffEditor {
  readonly #original: Locator;
  readonly #modified: Locator;

  constructor(page: Page) {
    const group = page.locator('.part.editor:not(.modal-editor-part) .editor-group-container.active');
    const diff = group.locator('.monaco-diff-editor');
    this.#original = diff.locator('.editor.original .monaco-editor').first();
    this.#modified = diff.locator('.editor.modified .monaco-editor').first();
  }

  /** Waits until a condition holds for the texts of both sides. */
  async waitFor(what: string, holds: (original: string, modified: string) => boolean): Promise<void> {
    await until(
      what,
      async () => [await this.original(), await this.modified()] as const,
      ([original, modified]) => holds(original, modified),
    );
  }

  /** The text on the left. */
  async original(): Promise<string> {
    return textOf(this.#original);
  }

  /** The text on the right. */
  async modified(): Promise<string> {
    return textOf(this.#modified);
  }

  /** Gives the keyboard to the right side. */
  async focus(): Promise<void> {
    await this.#modified.locator('.view-line').first().click();
    await this.#modified.and(this.#modified.page().locator('.focused')).waitFor();
  }
}

/** The lines from top to bottom: their order in the page is another one. */
async function textOf(editor: Locator): Promise<string> {
  const lines = await editor
    .locator('.view-lines .view-line')
    .evaluateAll((elements) =>
      elements.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent })),
    );
  return lines
    .sort((one, other) => one.top - other.top)
    .map(({ text }) => text.replaceAll('\u00a0', ' '))
    .join('\n');
}
