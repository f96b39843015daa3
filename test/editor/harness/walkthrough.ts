import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';

/** The walkthrough of an extension, in the editor of VS Code's Welcome page. */
export class Walkthrough {
  readonly #quickInput: QuickInput;
  readonly #steps: Locator;

  constructor(page: Page, quickInput: QuickInput) {
    this.#quickInput = quickInput;
    this.#steps = page.locator('.gettingStartedContainer .getting-started-step');
  }

  /** Opens the walkthrough with this title. */
  async open(title: string): Promise<void> {
    await this.#quickInput.runCommand('Welcome: Open Walkthrough...');
    await this.#quickInput.choose(title);
    await this.#steps.first().waitFor();
  }

  /** The titles of the steps. */
  async steps(): Promise<string[]> {
    return this.#titlesIn(this.#steps);
  }

  /** The titles of the steps that are completed. */
  async completed(): Promise<string[]> {
    return this.#titlesIn(
      this.#steps.filter({ has: this.#steps.page().locator('.codicon-getting-started-step-checked') }),
    );
  }

  /** Shows a step. */
  async select(title: string): Promise<void> {
    await this.#steps.filter({ hasText: title }).locator('.step-title').click();
  }

  /** Presses the button of the step that is shown. */
  async press(label: string): Promise<void> {
    await this.#steps.getByRole('button', { name: label, exact: true }).click();
  }

  async #titlesIn(steps: Locator): Promise<string[]> {
    return steps.locator('.step-title').allInnerTexts();
  }
}
