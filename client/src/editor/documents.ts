import { Range, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { Edit } from 'jsonc-parser';
import type { Folder } from '../connections/choice.ts';

/** The scheme of the read-only documents that show requests. Their query is the URI of the job's document. */
export const previewScheme = 'lakeformation-request';

/** The scheme of the read-only documents that show what an update changes. Their query is the URI of the job's document. */
export const changesScheme = 'lakeformation-changes';

/** The scheme of the read-only documents that show logs. Their query identifies the job. */
export const logScheme = 'lakeformation-log';

/** A document that is to be submitted, as its editor shows it: unsaved changes count. */
export interface OpenDocument {
  readonly uri: string;
  /** Its path in the workspace, as the Explorer shows it. */
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
  /** Whether it has changes that aren't saved. */
  readonly isUnsaved: boolean;
  /** Brings the document before the user. */
  show(): Promise<void>;
}

/**
 * The document that a command is about: of a preview, the one that it previews.
 * @param target what the caller passed: a document's URI, or nothing for the active editor
 * @returns `undefined` when there is no such document
 */
export async function openDocument(target: unknown): Promise<OpenDocument | undefined> {
  const given = target instanceof Uri ? target : typeof target === 'string' ? Uri.parse(target, true) : undefined;
  const uri = previewed(given ?? window.activeTextEditor?.document.uri);
  if (uri === undefined) return undefined;
  return asOpenDocument(await workspace.openTextDocument(uri));
}

/** A document of the editor as one that can be submitted. */
export function asOpenDocument(document: TextDocument): OpenDocument {
  return {
    uri: document.uri.toString(),
    path: workspace.asRelativePath(document.uri),
    languageId: document.languageId,
    text: document.getText(),
    isUnsaved: document.isDirty || document.isUntitled,
    async show() {
      await window.showTextDocument(document, { preview: false });
    },
  };
}

/** The text of a document, unsaved changes included, given its URI; `undefined` where it is gone. Opens nothing. */
export async function readDocument(address: string): Promise<string | undefined> {
  const uri = Uri.parse(address, true);
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** The folders of the workspace. */
export function workspaceFolders(): readonly Folder[] {
  return (workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ uri: uri.toString(), name }));
}

/** The workspace folder that contains a document, given its URI; `undefined` where none does. */
export function containingFolder(document: string): Folder | undefined {
  return folderAt(Uri.parse(document, true));
}

function folderAt(uri: Uri): Folder | undefined {
  const folder = workspace.getWorkspaceFolder(uri);
  return folder && { uri: folder.uri.toString(), name: folder.name };
}

/**
 * The workspace folder that a document belongs to; where the workspace has one alone, every document does.
 * @param document its URI; not given: the active one
 */
export function folderOf(document?: string): Folder | undefined {
  const uri = previewed(document === undefined ? window.activeTextEditor?.document.uri : Uri.parse(document, true));
  const found = uri && folderAt(uri);
  if (found) return found;
  const [first, second] = workspaceFolders();
  return second === undefined ? first : undefined;
}

/**
 * The document that a preview shows the request or the changes of, from its URI; for another document, the document
 * itself.
 */
export function previewed(uri: Uri | undefined): Uri | undefined {
  return uri?.scheme === previewScheme || uri?.scheme === changesScheme ? Uri.parse(uri.query, true) : uri;
}

/** Opens a document by its address. @throws when there is none */
export async function showDocument(uri: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri, true)));
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

/** A stretch of a document in one of its versions. Lines and characters count from 0, the latter in UTF-16 units. */
export interface DocumentPlace {
  readonly uri: string;
  readonly version: number;
  readonly range: { readonly start: Cursor['position']; readonly end: Cursor['position'] };
}

/** The text at a place; `undefined` when the document isn't open in that version. */
export function textAt(place: DocumentPlace): string | undefined {
  return documentOf(place)?.getText(rangeOf(place));
}

/** Puts another text at a place; `false` when the document isn't open in that version, and nothing is done. */
export async function replaceAt(place: DocumentPlace, text: string): Promise<boolean> {
  const document = documentOf(place);
  if (document === undefined) return false;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(place), text);
  return workspace.applyEdit(edit);
}

/**
 * Makes an edit in a document, as one step that can be undone, and shows the document where no editor does.
 * @param before the text that the edit is for
 * @returns `false` when the document has another text, and nothing is done
 */
export async function editDocument(uri: string, before: string, { offset, length, content }: Edit): Promise<boolean> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  if (document.getText() !== before) return false;
  const edit = new WorkspaceEdit();
  const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
  edit.replace(document.uri, range, content);
  if (!(await workspace.applyEdit(edit))) return false;
  const isVisible = window.visibleTextEditors.some((editor) => editor.document === document);
  if (!isVisible) await window.showTextDocument(document, { preview: false });
  return true;
}

function documentOf({ uri, version }: DocumentPlace): TextDocument | undefined {
  return workspace.textDocuments.find((document) => isAt(document, uri) && document.version === version);
}

/** The language server's addresses are written another way than the editor's. */
function isAt(document: TextDocument, uri: string): boolean {
  return document.uri.toString() === Uri.parse(uri).toString();
}

function rangeOf({ range: { start, end } }: DocumentPlace): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
