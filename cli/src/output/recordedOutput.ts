import type { Host, Output } from '../host.ts';

/** Keeps what a command writes, in the order in which it is written, until that is to be shown. */
export class RecordedOutput {
  /** A host that writes here. */
  readonly host: Host;
  readonly #written: { readonly output: Output; readonly text: string }[] = [];

  /** @param host the one that the texts are for */
  constructor(host: Host) {
    this.host = { ...host, output: this.#recorded(host.output), errors: this.#recorded(host.errors) };
  }

  /** All texts in a row. */
  get text(): string {
    return this.#written.map(({ text }) => text).join('');
  }

  /** Writes the texts where they belong. */
  async show(): Promise<void> {
    for (const { output, text } of this.#written) await output.write(text);
  }

  #recorded(output: Output): Output {
    return {
      isTerminal: output.isTerminal,
      write: async (text) => {
        this.#written.push({ output, text });
        return Promise.resolve();
      },
    };
  }
}
