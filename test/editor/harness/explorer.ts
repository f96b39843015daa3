import type { Locator, Page } from 'playwright-core';
import type { ContextMenu } from './contextMenu.ts';

/** The tree of the workspace's files. */
export class Explorer {
  readonly #contextMenu: ContextMenu;
  readonly #tree: Locator;

  constructor(page: Page, contextMenu: ContextMenu) {
    this.#contextMenu = contextMenu;
    this.#tree = page.locator('.explorer-folders-view');
  }

  /** Opens the context menu on the file or folder with exactly this name and chooses an item. */
  async chooseFromContextMenu(name: string, item: string): Promise<void> {
    await this.openContextMenu(name);
    await this.#contextMenu.choose(item);
  }

  /** Opens the context menu on the file or folder with exactly this name. */
  async openContextMenu(name: string): Promise<void> {
    await this.#row(name).click({ button: 'right' });
  }

  /** Selects several files. */
  async select(first: string, ...others: readonly string[]): Promise<void> {
    await this.#row(first).click();
    for (const name of others) await this.#row(name).click({ modifiers: ['ControlOrMeta'] });
  }

  /** Opens a file by a double click. */
  async open(name: string): Promise<void> {
    await this.#row(name).dblclick();
  }

  #row(name: string): Locator {
    return this.#tree.locator('.monaco-list-row').getByText(name, { exact: true });
  }
}
