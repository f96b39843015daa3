import type { Locator, Page } from 'playwright-core';
import type { ContextMenu } from './contextMenu.ts';
import type { QuickInput } from './quickInput.ts';
import { readAllRows, type Row } from './virtualList.ts';

/** A row of the view. `spoken` is what a screen reader reads. */
export type TreeRow = Row<'label' | 'description' | 'spoken'>;

const fields = {
  label: { selector: '.label-name' },
  description: { selector: '.label-description' },
  spoken: { attribute: 'aria-label' },
};

/** The view Jobs. */
export class JobsTree {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly #contextMenu: ContextMenu;
  readonly #tree: Locator;
  readonly #pane: Locator;

  constructor(page: Page, quickInput: QuickInput, contextMenu: ContextMenu) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.#contextMenu = contextMenu;
    this.#pane = page
      .locator('.part.sidebar .pane', { has: page.locator('.customview-tree') })
      .filter({ visible: true });
    this.#tree = this.#pane.locator('.customview-tree .monaco-list');
  }

  /** Opens the view, and gives it the keyboard. */
  async open(): Promise<void> {
    await this.#quickInput.runCommand('LakeFormation: Focus on Jobs View');
    await this.#pane.waitFor();
  }

  /** All rows, those of what is expanded included. */
  async rows(): Promise<TreeRow[]> {
    return readAllRows(this.#page, this.#tree, fields);
  }

  /** The labels of all rows. */
  async labels(): Promise<string[]> {
    return (await this.rows()).map(({ label }) => label);
  }

  /** The labels of the rows in sight. */
  async labelsInSight(): Promise<string[]> {
    return this.#tree.locator('.label-name').allInnerTexts();
  }

  /** What is shown above the rows: the filter. */
  async message(): Promise<string> {
    return this.#pane.locator('.message').innerText();
  }

  /** What the view shows instead of rows. */
  async welcome(): Promise<string> {
    return this.#pane.locator('.welcome-view-content').innerText();
  }

  async click(label: string): Promise<void> {
    await this.#row(label).click();
  }

  /** Selects several rows. */
  async select(first: string, ...others: readonly string[]): Promise<void> {
    await this.#row(first).click();
    for (const label of others) await this.#row(label).click({ modifiers: ['ControlOrMeta'] });
  }

  /** Expands a row, unless it is expanded: that of the only connection is by itself. */
  async expand(label: string): Promise<void> {
    const row = this.#row(label);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false') await this.toggle(label);
  }

  /** Expands or collapses a row. */
  async toggle(label: string): Promise<void> {
    await this.#row(label).locator('.monaco-tl-twistie').click();
  }

  /** Clicks a button in a row. */
  async clickAction(label: string, action: string): Promise<void> {
    await this.#row(label).hover();
    await this.#row(label).getByRole('button', { name: action }).click();
  }

  async chooseFromContextMenu(label: string, item: string): Promise<void> {
    await this.#row(label).click({ button: 'right' });
    await this.#contextMenu.choose(item);
  }

  /** The items of the context menu of a row. */
  async menuOf(label: string): Promise<string[]> {
    await this.#row(label).click({ button: 'right' });
    const items = await this.#contextMenu.items();
    await this.#contextMenu.cancel();
    return items;
  }

  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  #row(label: string): Locator {
    return this.#tree
      .locator('.monaco-list-row')
      .filter({ has: this.#page.locator('.label-name').getByText(label, { exact: true }) })
      .first();
  }
}
