import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams } from 'vscode-languageserver-protocol';
import { OpenDocument } from './openDocument.ts';

/** The documents that the client has open, as it edits them. */
export class OpenDocuments {
  readonly #documents = new Map<string, OpenDocument>();

  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): OpenDocument {
    const document = new OpenDocument(uri, languageId, version, text);
    this.#documents.set(uri, document);
    return document;
  }

  /** @returns the document as it is now; `undefined` where it is not open */
  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): OpenDocument | undefined {
    const document = this.#documents.get(uri);
    document?.update(contentChanges, version);
    return document;
  }

  close(uri: string): void {
    this.#documents.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  all(): readonly OpenDocument[] {
    return [...this.#documents.values()];
  }
}
