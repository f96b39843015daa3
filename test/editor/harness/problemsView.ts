import type { Locator, Page } from 'playwright-core';
import type { QuickInput } from './quickInput.ts';
import { readAllRows } from './virtualList.ts';

/** A row of the Problems view. Line and column count from 1. */
export interface Problem {
  readonly file: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly source: string;
  readonly code: string;
  /** Where the code's link leads; empty if it is none. */
  readonly codeLink: string;
  readonly line: number;
  readonly column: number;
}

const fields = {
  level: { attribute: 'aria-level' },
  file: { selector: '.resource-label-container .label-name' },
  icon: { selector: '.marker-icon', attribute: 'class' },
  message: { selector: '.marker-message' },
  source: { selector: '.marker-source' },
  code: { selector: '.marker-code' },
  codeLink: { selector: 'a.monaco-link', attribute: 'href' },
  place: { selector: '.marker-line' },
};

/** The Problems view. */
export class ProblemsView {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly #panel: Locator;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.#panel = page.locator('.markers-panel');
  }

  /** Opens the view, unless it is open. */
  async open(): Promise<void> {
    if (await this.isOpen()) return;
    await this.#quickInput.runCommand('Problems: Focus on Problems View');
    await this.waitUntilOpen();
  }

  /** Whether the view is open. */
  async isOpen(): Promise<boolean> {
    return this.#panel.isVisible();
  }

  /** Waits until the view is open. */
  async waitUntilOpen(): Promise<void> {
    await this.#panel.waitFor();
  }

  /** Waits until the view has the keyboard, as it has after an action that shows it: what is typed before would go into it. */
  async waitUntilFocused(): Promise<void> {
    await this.#page.locator('.part.panel:focus-within .markers-panel').waitFor();
  }

  /** All problems in the view's order; none if it shows that there are none. The view has to be open. */
  async problems(): Promise<Problem[]> {
    const rows = await readAllRows(this.#page, this.#panel.locator('.monaco-list'), fields);
    let file = '';
    return rows.flatMap((row) => {
      if (row.level === '1') file = row.file;
      if (row.level !== '2') return [];
      const [, line, column] = /Ln (\d+), Col (\d+)/.exec(row.place) ?? [];
      const { message, source, code, codeLink } = row;
      const severity = severityOf(row.icon);
      return [{ file, severity, message, source, code, codeLink, line: Number(line), column: Number(column) }];
    });
  }

  /** Clicks the code of the first problem that has this code: a link to its documentation. */
  async openDocumentation(code: string): Promise<void> {
    await this.#panel.locator('a.monaco-link').filter({ hasText: code }).first().click();
  }

  /** Goes to the problem with this message by a double click. */
  async goTo(message: string): Promise<void> {
    await this.#panel.locator('.marker-message').filter({ hasText: message }).first().dblclick();
  }
}

function severityOf(icon: string): Problem['severity'] {
  const severities = ['error', 'warning', 'info'] as const;
  const severity = severities.find((name) => icon.split(/\s+/).includes(name));
  if (severity === undefined) throw new Error(`No severity among: ${icon}`);
  return severity;
}
