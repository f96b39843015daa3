import type { Output } from '../host.ts';
import { visible } from './visible.ts';

/** The longest text of a line, in characters: one that wraps couldn't be removed. */
const longestText = 78;

/** A line at the end of a terminal that shows what is under way. Where the output isn't a terminal, there is none. */
export class ProgressLine {
  readonly #output: Output;
  #isShown = false;

  constructor(output: Output) {
    this.#output = output;
  }

  /** Replaces the line. */
  async show(text: string): Promise<void> {
    if (!this.#output.isTerminal) return;
    this.#isShown = true;
    await this.#output.write(`\r\u001b[K${visible(text).slice(0, longestText)}`);
  }

  /** Removes the line, so that other text can be written. */
  async clear(): Promise<void> {
    if (!this.#isShown) return;
    this.#isShown = false;
    await this.#output.write('\r\u001b[K');
  }
}
