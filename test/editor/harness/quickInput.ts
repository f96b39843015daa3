import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';
import { readAllRows, type Row } from './virtualList.ts';

/** How long a list may take before it is opened once more, in milliseconds. */
const oneLook = 5_000;

/** A row of a quick pick. */
export type QuickPickRow = Row<'label' | 'description' | 'detail'>;

const labelSelector = '.quick-input-list-row:first-child .label-name';
const fields = {
  label: { selector: labelSelector },
  description: { selector: '.quick-input-list-row:first-child .label-description' },
  detail: { selector: '.quick-input-list-label-meta .label-name' },
};

/** The box at the top of the window: the command palette, quick open, quick picks and input boxes. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget:visible');
    this.#input = this.#widget.locator('.quick-input-box input');
  }

  /** Waits until the box is open and shows `text` as (part of) its title, its placeholder or the line below its input. */
  async waitFor(text: string): Promise<void> {
    const title = this.#widget.locator('.quick-input-title').filter({ hasText: text });
    const message = this.#widget.locator('.quick-input-message').filter({ hasText: text });
    const placeholder = this.#widget.getByPlaceholder(text);
    await title.or(message).or(placeholder).filter({ visible: true }).first().waitFor();
  }

  /** Whether the box is open. */
  async isOpen(): Promise<boolean> {
    return this.#widget.isVisible();
  }

  /** Whether the box is open and its input has this placeholder. */
  async hasPlaceholder(text: string): Promise<boolean> {
    return this.#widget.getByPlaceholder(text).isVisible();
  }

  /** Waits until the box is closed. */
  async waitUntilClosed(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** The title of the box; empty if it has none. */
  async title(): Promise<string> {
    const title = this.#widget.locator('.quick-input-title:visible');
    return (await title.count()) === 0 ? '' : title.innerText();
  }

  /** The line below the input: what to enter, or what is wrong with it. */
  async message(): Promise<string> {
    return this.#widget.locator('.quick-input-message').innerText();
  }

  /** Whether the input hides what is typed. */
  async isPassword(): Promise<boolean> {
    return (await this.#input.getAttribute('type')) === 'password';
  }

  /** The text of the input. */
  async value(): Promise<string> {
    return this.#input.inputValue();
  }

  /** All rows of the quick pick, as filtered by what is typed. */
  async rows(): Promise<QuickPickRow[]> {
    return readAllRows(this.#page, this.#widget.locator('.quick-input-list .monaco-list'), fields);
  }

  /** Types into the input, key by key. */
  async type(text: string): Promise<void> {
    await this.#input.pressSequentially(text);
  }

  /** Puts text into the input at once, as pasting does. */
  async paste(text: string): Promise<void> {
    await this.#input.focus();
    await this.#page.keyboard.insertText(text);
  }

  /** Clicks a button of the title, such as Back. */
  async clickTitleButton(label: string): Promise<void> {
    await this.#widget.locator('.quick-input-titlebar').getByRole('button', { name: label }).click();
  }

  /** Replaces the text of the input, key by key. */
  async retype(text: string): Promise<void> {
    await this.#input.press('ControlOrMeta+A');
    await this.type(text);
  }

  /** Presses Enter. */
  async accept(): Promise<void> {
    await this.#input.press('Enter');
  }

  /** Presses Escape and waits until the box is closed. */
  async cancel(): Promise<void> {
    await this.#input.press('Escape');
    await this.waitUntilClosed();
  }

  /** Clicks on the row with exactly this label; it has to be in sight, so type part of it first where there are many. */
  async choose(label: string): Promise<void> {
    await this.#row(label).click();
  }

  /** Opens the command palette and runs the command with this title, category included: `File: Save All`. */
  async runCommand(title: string): Promise<void> {
    // The palette lists the commands that there are when it opens: an editor that starts hasn't all of them yet.
    const row = await this.#listed(title, async () => this.#openBox('F1', title));
    await row.click();
  }

  /** The titles of the commands that the palette lists for what is typed; leaves the palette. */
  async commands(text: string): Promise<string[]> {
    await this.#openBox('F1', text);
    await this.#widget.getByText(text).first().waitFor();
    const rows = await this.rows();
    await this.cancel();
    return rows.map(({ label }) => label).filter((label) => label.startsWith(text));
  }

  /** Opens quick open, types and presses Enter; for what needs no choice, such as `:12:5`. */
  async quickOpen(text: string): Promise<void> {
    await this.#openBox('ControlOrMeta+P', text);
    await this.accept();
    await this.waitUntilClosed();
  }

  /** Opens a file by quick open. It gets the absolute path: what it finds by name may be from before the file was there. */
  async openFile(path: string): Promise<void> {
    const open = async (): Promise<void> => this.#openBox('ControlOrMeta+P', path);
    await (await this.#listed(basename(path), open)).click();
    await this.waitUntilClosed();
  }

  /** Opens a box that is to list a row with this label, and opens it once more where it has been opened too early. */
  async #listed(label: string, open: () => Promise<void>): Promise<Locator> {
    const row = this.#row(label);
    await until(
      `${label} is listed`,
      async () => {
        await open();
        const listed = row.waitFor({ timeout: oneLook });
        return listed.then(
          () => true,
          async () => this.#close().then(() => false),
        );
      },
      (isListed) => isListed,
    );
    return row;
  }

  /** Closes the box, which may be closed already: what takes the focus closes it. */
  async #close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.waitUntilClosed();
  }

  #row(label: string): Locator {
    const exactly = this.#page.locator(labelSelector).getByText(label, { exact: true });
    return this.#widget.locator('.monaco-list-row').filter({ has: exactly }).first();
  }

  /** Opens the box by a key, and puts text into it. A key that comes while the focus moves is lost. */
  async #openBox(key: string, text: string): Promise<void> {
    await until(
      `The box is open after ${key}`,
      async () => {
        await this.#page.keyboard.press(key);
        return this.#input.waitFor({ timeout: oneLook }).then(
          () => true,
          () => false,
        );
      },
      (isOpen) => isOpen,
    );
    await this.#page.keyboard.insertText(text);
  }
}
