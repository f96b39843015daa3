import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';

/** Whether the workspace is trusted, where the editor distinguishes that. */
export class WorkspaceTrust {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly #restricted: Locator;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.#restricted = page.locator('[id="status.workspaceTrust"]');
  }

  /** Whether the status bar shows Restricted Mode. */
  async isRestricted(): Promise<boolean> {
    return this.#restricted.isVisible();
  }

  /** Trusts the folder, and waits until Restricted Mode ends. */
  async grant(): Promise<void> {
    await this.#quickInput.runCommand('Workspaces: Manage Workspace Trust');
    await this.#page.getByRole('button', { name: 'Trust', exact: true }).click();
    await this.#restricted.waitFor({ state: 'detached' });
    await this.#page.getByRole('button', { name: /^Close Modal Editor/ }).click();
    await this.#page.locator('.workspace-trust-editor').waitFor({ state: 'hidden' });
  }
}
