import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parse, type ParsedDocument } from '../../../language/src/documents/parse.ts';

/** More are rarely edited at a time; thousands may be open. */
const mostKept = 20;

/** The parsed forms of the open documents that were last asked for, each kept until its document changes. */
export class ParsedDocuments {
  readonly #entries = new Map<string, { readonly version: number; readonly parsed: ParsedDocument }>();

  get(document: TextDocument): ParsedDocument {
    const entry = this.#entries.get(document.uri);
    const isCurrent = entry?.version === document.version;
    const parsed = isCurrent ? entry.parsed : parse(document.getText());
    // The last one in the map is the last that was asked for.
    this.#entries.delete(document.uri);
    this.#entries.set(document.uri, { version: document.version, parsed });
    const [oldest] = this.#entries.size > mostKept ? this.#entries.keys() : [];
    if (oldest !== undefined) this.#entries.delete(oldest);
    return parsed;
  }

  /** Returns the parsed form if there is one for the document's version. */
  known({ uri, version }: TextDocument): ParsedDocument | undefined {
    const entry = this.#entries.get(uri);
    return entry?.version === version ? entry.parsed : undefined;
  }

  delete(uri: string): void {
    this.#entries.delete(uri);
  }
}
