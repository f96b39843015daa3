import { Uri, window, workspace } from 'vscode';

/** A document that is to be submitted, as its editor shows it: unsaved changes count. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** Brings the document before the user. */
  show(): Promise<void>;
}

/**
 * The document that a command is about.
 * @param target what the caller passed: a document's URI, or nothing for the active editor
 * @returns `undefined` when there is no such document
 */
export async function openDocument(target: unknown): Promise<OpenDocument | undefined> {
  const uri = target instanceof Uri ? target : typeof target === 'string' ? Uri.parse(target, true) : undefined;
  const document = uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document;
  if (document === undefined) return undefined;
  return {
    uri: document.uri.toString(),
    languageId: document.languageId,
    text: document.getText(),
    async show() {
      await window.showTextDocument(document, { preview: false });
    },
  };
}

/** Where the cursor of an editor is; line and character count from 0, the latter in UTF-16 units. */
export interface Cursor {
  readonly uri: string;
  readonly languageId: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** The cursor of the active editor; the main one of several. */
export function activeCursor(): Cursor | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const { line, character } = selection.active;
  return { uri: document.uri.toString(), languageId: document.languageId, position: { line, character } };
}
