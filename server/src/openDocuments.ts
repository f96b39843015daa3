import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams } from 'vscode-languageserver-protocol';

/** The documents that the client has open, as it edits them. */
export class OpenDocuments {
  readonly #documents = new Map<string, TextDocument>();

  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): TextDocument {
    const document = TextDocument.create(uri, languageId, version, text);
    this.#documents.set(uri, document);
    return document;
  }

  /** @returns the document as it is now; `undefined` where it is not open */
  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): TextDocument | undefined {
    const document = this.#documents.get(uri);
    return document && TextDocument.update(document, contentChanges, version);
  }

  close(uri: string): void {
    this.#documents.delete(uri);
  }

  get(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  all(): readonly TextDocument[] {
    return [...this.#documents.values()];
  }
}
