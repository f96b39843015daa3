import type { TextDocument } from 'vscode-languageserver-textdocument';
import { parse, type ParsedDocument } from '../../../language/src/documents/parse.ts';

/** One parsed document an open document: made when first asked for, valid while the version stays. */
export class ParsedDocuments {
  readonly #entries = new Map<string, { readonly version: number; readonly parsed: ParsedDocument }>();

  get(document: TextDocument): ParsedDocument {
    const entry = this.#entries.get(document.uri);
    if (entry?.version === document.version) return entry.parsed;
    const parsed = parse(document.getText());
    this.#entries.set(document.uri, { version: document.version, parsed });
    return parsed;
  }

  /** The document as it is parsed already; `undefined` where that is still to be done. */
  known({ uri, version }: TextDocument): ParsedDocument | undefined {
    const entry = this.#entries.get(uri);
    return entry?.version === version ? entry.parsed : undefined;
  }

  delete(uri: string): void {
    this.#entries.delete(uri);
  }
}
