import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parse, type ParsedDocument } from '../../../language/src/documents/parse.ts';

/** The parsed form of each open document, made when it is first asked for and kept until the document changes. */
export class ParsedDocuments {
  readonly #entries = new Map<string, { readonly version: number; readonly parsed: ParsedDocument }>();

  get(document: TextDocument): ParsedDocument {
    const entry = this.#entries.get(document.uri);
    if (entry?.version === document.version) return entry.parsed;
    const parsed = parse(document.getText());
    this.#entries.set(document.uri, { version: document.version, parsed });
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
