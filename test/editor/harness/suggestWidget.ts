import type { Locator, Page } from 'playwright-core';
import { defaultTimeout } from './until.ts';
import { readAllRows, type Row } from './virtualList.ts';

/** A row of the completion list: its label, the text right behind the label, and the text at the row's end. */
export type Suggestion = Row<'label' | 'labelDetail' | 'detail'>;

const fields = {
  label: { selector: '.label-name' },
  labelDetail: { selector: '.signature-label' },
  detail: { selector: '.details-label' },
};

/** The completion list. */
export class SuggestWidget {
  readonly #page: Page;
  readonly #widget: Locator;
  readonly #rows: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.part.editor .suggest-widget.visible');
    this.#rows = this.#widget.locator('.monaco-list-row');
  }

  /** Asks for completions at the caret, by keyboard, and waits for the list. */
  async trigger(): Promise<void> {
    await this.#page.keyboard.press('Control+Space');
    await this.waitUntilOpen();
  }

  /** Waits until the list is open, for example, after a typed character that opens it. */
  async waitUntilOpen(): Promise<void> {
    await this.#rows.first().waitFor();
  }

  /** Waits until the list is closed. */
  async waitUntilClosed(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** Waits until the row with exactly this label has the focus, so that Enter or Tab accepts it. */
  async waitUntilFocused(label: string): Promise<void> {
    await this.#widget
      .locator('.monaco-list-row.focused .label-name')
      .getByText(label, { exact: true })
      .waitFor({ timeout: defaultTimeout });
  }

  /** The label of the row that has the focus now; `undefined` where no list is open, or none of its rows has it. */
  async focusedLabel(): Promise<string | undefined> {
    const [label] = await this.#widget.locator('.monaco-list-row.focused .label-name').allInnerTexts();
    return label;
  }

  /** All rows of the list in their order. */
  async suggestions(): Promise<Suggestion[]> {
    return readAllRows(this.#page, this.#widget.locator('.monaco-list'), fields);
  }

  /** The labels of all rows in their order. */
  async labels(): Promise<string[]> {
    return (await this.suggestions()).map(({ label }) => label);
  }

  /** The message of the list instead of rows, such as that there is nothing to suggest; waits for it. */
  async message(): Promise<string> {
    const message = this.#widget.locator('.message:visible');
    await message.waitFor();
    return message.innerText();
  }

  /** Goes to the row with this label by the arrow key. Throws the labels if there is none. */
  async focus(label: string): Promise<void> {
    await this.waitUntilOpen();
    const labels = await this.labels();
    const position = labels.indexOf(label);
    if (position === -1) throw new Error(`No completion ${label} among: ${labels.join(', ')}`);
    const focused = this.#widget.locator('.monaco-list-row.focused');
    // A list that wasn't asked for has no focus at first.
    const from = (await focused.count()) > 0 ? Number(await focused.getAttribute('data-index')) : -1;
    const key = position > from ? 'ArrowDown' : 'ArrowUp';
    for (let step = 0; step < Math.abs(position - from); step++) await this.#page.keyboard.press(key);
    await focused.and(this.#page.locator(`[data-index="${position}"]`)).waitFor();
  }

  /** Goes to the row with this label and accepts it by Enter. */
  async accept(label: string): Promise<void> {
    await this.focus(label);
    await this.#page.keyboard.press('Enter');
  }

  /**
   * The detail and the documentation beside the row that has the focus; opens them if they aren't open. The documentation
   * comes a moment later than the row: this waits for it, so the row must have one.
   */
  async documentation(): Promise<string> {
    const details = this.#page.locator('.suggest-details-container:visible .suggest-details');
    if (!(await details.isVisible())) {
      // Until the row is resolved there is nothing to open, and the key does nothing.
      await this.#widget.locator('.monaco-list-row.focused .can-expand-details').waitFor();
      if (!(await details.isVisible())) await this.#page.keyboard.press('Control+Space');
    }
    await details.locator('.docs').filter({ hasText: /\S/ }).waitFor();
    return (await details.innerText()).trim();
  }

  /** Presses Escape and waits until the list is closed. */
  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.waitUntilClosed();
  }
}
