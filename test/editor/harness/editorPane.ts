import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Clipboard } from './clipboard.ts';
import type { ContextMenu } from './contextMenu.ts';
import { keys } from './keys.ts';
import type { QuickInput } from './quickInput.ts';
import { StatusBar } from './statusBar.ts';
import { TextView } from './textView.ts';
import { until } from './until.ts';

/** What the editor pane needs beside the page. */
export interface EditorPaneParts {
  readonly quickInput: QuickInput;
  readonly contextMenu: ContextMenu;
  readonly clipboard: Clipboard;
  readonly workspaceFolder: string;
}

/** The active text editor. Lines and columns count from 1, as the status bar shows them. */
export class EditorPane {
  readonly #page: Page;
  readonly #parts: EditorPaneParts;
  readonly #group: Locator;
  readonly #instance: Locator;
  readonly #statusBar: StatusBar;
  readonly #view: TextView;

  constructor(page: Page, parts: EditorPaneParts) {
    this.#page = page;
    this.#parts = parts;
    this.#group = page.locator('.part.editor:not(.modal-editor-part) .editor-group-container.active');
    this.#instance = this.#group.locator('.editor-instance');
    this.#statusBar = new StatusBar(page);
    this.#view = new TextView(page, this.#instance.locator('.monaco-editor').first());
  }

  /** Opens a file of the workspace by quick open, and waits for its text. The path is relative to the folder. */
  async open(path: string): Promise<void> {
    await this.#parts.quickInput.openFile(join(this.#parts.workspaceFolder, path));
    await this.waitFor(basename(path));
  }

  /** Waits until the active editor is the one of this name, and has the keyboard. */
  async waitFor(name: string): Promise<void> {
    await this.#tab()
      .and(this.#page.locator(`[data-resource-name="${name}"]`))
      .waitFor();
    await this.#instance.locator('.monaco-editor.focused .view-line').first().waitFor({ state: 'attached' });
  }

  /** The name on the active tab. */
  async name(): Promise<string> {
    return (await this.#tab().getAttribute('data-resource-name')) ?? '';
  }

  /** The whole text, unsaved changes included, read off the lines; see {@link TextView} for what it can't read. */
  async text(): Promise<string> {
    return (await this.#view.lines()).join('\n');
  }

  /** How many lines there is room for, which grows by one with each line. Unlike reading the text, this scrolls nothing. */
  async height(): Promise<number> {
    return this.#view.height();
  }

  /** The text of a file of the workspace on the disk. */
  async savedText(name: string): Promise<string> {
    return readFile(join(this.#parts.workspaceFolder, name), 'utf8');
  }

  /** The id of the document's language. */
  async languageId(): Promise<string> {
    return (await this.#instance.getAttribute('data-mode-id')) ?? '';
  }

  /** The name of the document's language in the status bar. */
  async languageName(): Promise<string> {
    return this.#statusBar.languageName();
  }

  /** Gives the keyboard to the text. */
  async focus(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+1');
    await this.#instance.locator('.monaco-editor.focused').waitFor();
  }

  /** Puts the caret at a line and a column, by keyboard. */
  async goTo(line: number, column: number): Promise<void> {
    await this.#parts.quickInput.quickOpen(`:${line}:${column}`);
    await this.#statusBar.waitForCaret(line, column);
  }

  /** Where the caret is, as the status bar shows it: `Ln 3, Col 12`. */
  async caret(): Promise<string> {
    return this.#statusBar.caret();
  }

  /** Clicks before, after or into the middle of a text, which puts the caret there. */
  async clickText(text: string, where: 'before' | 'middle' | 'after' = 'middle', occurrence = 0): Promise<void> {
    const offset = { before: 0, middle: Math.floor(text.length / 2), after: text.length }[where];
    // A hover would cover the text.
    await this.#page.mouse.move(0, 0);
    await this.#page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
    const { line, column, before } = await this.#view.find(text, occurrence);
    const { x, y } = await this.#view.pointOf({ line, column: column + offset });
    await this.#page.mouse.click(x, y);
    // The status bar counts whole characters, where strings count UTF-16 units.
    await this.#statusBar.waitForCaret(line + 1, Array.from(before + text.slice(0, offset)).length + 1);
  }

  /** Moves the mouse to the middle of a text. */
  async moveMouseTo(text: string, occurrence = 0): Promise<void> {
    const { x, y } = await this.#pointOf(text, occurrence, text.length / 2);
    await this.#page.mouse.move(x, y, { steps: 5 });
  }

  /** Clicks a text that is a link with the key that follows links. */
  async followLink(text: string, occurrence = 0): Promise<void> {
    const { x, y } = await this.#pointOf(text, occurrence, text.length / 2);
    await this.#page.keyboard.down('ControlOrMeta');
    await this.#page.mouse.move(x, y, { steps: 5 });
    await this.#instance.locator('.detected-link-active').first().waitFor();
    await this.#page.mouse.click(x, y);
    await this.#page.keyboard.up('ControlOrMeta');
  }

  /** Opens the context menu on a text and chooses an item. */
  async chooseFromContextMenu(text: string, item: string): Promise<void> {
    const { x, y } = await this.#pointOf(text, 0, text.length / 2);
    await this.#page.mouse.click(x, y, { button: 'right' });
    await this.#parts.contextMenu.choose(item);
  }

  /** Types at the caret, key by key, with all that the editor does on its own: closed brackets, indentation, suggestions. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Presses a key or a combination, named as Playwright names it: `Control+Space`, `Tab`. */
  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Pastes at the caret: the text is inserted unchanged. */
  async paste(text: string): Promise<void> {
    await this.#parts.clipboard.write(text);
    await this.#page.keyboard.press('ControlOrMeta+V');
  }

  /** Replaces the whole text by pasting, and waits until it is there. Tabs aren't for this. */
  async replaceAll(text: string): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press('ControlOrMeta+A');
    if (text === '') await this.#page.keyboard.press('Delete');
    else await this.paste(text);
    await until(
      'The text is replaced',
      () => this.text(),
      (shown) => shown === text.replaceAll('\r\n', '\n'),
    );
  }

  /** Clicks the button of the title bar with this label, or one that starts with it. */
  async clickAction(label: string): Promise<void> {
    await this.#action(label).click();
  }

  /** Whether the title bar has a button of this label now. */
  async hasAction(label: string): Promise<boolean> {
    return this.#action(label).isVisible();
  }

  /** The messages under the squiggles are in the Problems view; this counts the squiggles in sight of one severity. */
  async squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Promise<number> {
    return this.#instance.locator(`.view-overlays .squiggly-${severity}`).count();
  }

  /** Whether there are unsaved changes. */
  async isDirty(): Promise<boolean> {
    return this.#tab().evaluate((tab) => tab.classList.contains('dirty'));
  }

  /** Saves by keyboard and waits until there are no unsaved changes. */
  async save(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+S');
    await until(
      'The document is saved',
      () => this.isDirty(),
      (isDirty) => !isDirty,
    );
  }

  /** Closes the active editor; unsaved changes are lost. */
  async close(): Promise<void> {
    const name = await this.name();
    await this.#page.keyboard.press(keys.revertAndClose.press);
    await this.#tab()
      .and(this.#page.locator(`[data-resource-name="${name}"]`))
      .waitFor({ state: 'detached' });
  }

  async #pointOf(text: string, occurrence: number, offset: number): Promise<{ x: number; y: number }> {
    const { line, column } = await this.#view.find(text, occurrence);
    return this.#view.pointOf({ line, column: column + offset });
  }

  #tab(): Locator {
    return this.#group.locator('.tabs-container .tab.active');
  }

  /** A label has the key behind it where the command has one: `Split Editor Right (Ctrl+\)`. */
  #action(label: string): Locator {
    return this.#group.locator('.editor-actions').getByRole('button', { name: label });
  }
}
