import type { Locator, Page } from 'playwright-core';
import type { EditorPane } from './editorPane.ts';
import { until } from './until.ts';

/** How long one look takes before the mouse is moved away and back, in milliseconds: a hover may come too early for the server. */
const oneLook = 3_000;

/** The hover of the text editor. */
export class HoverWidget {
  readonly #page: Page;
  readonly #editorPane: EditorPane;
  readonly #widget: Locator;

  constructor(page: Page, editorPane: EditorPane) {
    this.#page = page;
    this.#editorPane = editorPane;
    this.#widget = page.locator('.monaco-resizable-hover .monaco-hover:visible');
  }

  /**
   * Moves the mouse over the middle of a text and resolves to the text of the hover. `contains` is what it must
   * contain: a hover without it isn't complete yet. `occurrence` counts the places of the text from 0.
   */
  async over(text: string, contains: string, occurrence = 0): Promise<string> {
    return until(
      `The hover over ${text} says ${contains}`,
      async () => {
        await this.leave();
        await this.#editorPane.moveMouseTo(text, occurrence);
        return this.#read(contains);
      },
      (said) => said.includes(contains),
    );
  }

  /** Moves the mouse off the text and waits until the hover is gone. */
  async leave(): Promise<void> {
    await this.#page.mouse.move(0, 0);
    await this.#widget.first().waitFor({ state: 'hidden' });
  }

  /** The text of the hover, empty if it doesn't appear. */
  async #read(contains: string): Promise<string> {
    const complete = this.#widget.filter({ hasText: contains }).first();
    try {
      await complete.waitFor({ timeout: oneLook });
    } catch {
      return (await this.#widget.allInnerTexts()).join('\n');
    }
    return complete.innerText();
  }
}
