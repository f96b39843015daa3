import * as l10n from '@vscode/l10n';
import { Range, SnippetString, Uri, window, workspace } from 'vscode';

/** What a new document begins with. */
export interface NewDocument {
  /** The name of its file, without the extension. */
  readonly name: string;
  readonly text: string;
  /** The text is a snippet. */
  readonly isSnippet?: boolean;
}

/**
 * Opens a new document that is saved as `<name>.lfjob.json` into the folder of the active document, or the first folder of the
 * workspace; one without a place where there is no such folder.
 */
export async function openNewDocument({ name, text, isSnippet }: NewDocument): Promise<void> {
  const folder = currentFolder();
  const document = folder
    ? await workspace.openTextDocument(await unusedName(folder, name))
    : await workspace.openTextDocument({ language: 'lfjob' });
  const editor = await window.showTextDocument(document, { preview: false });
  if (isSnippet === true) await editor.insertSnippet(new SnippetString(text));
  else await editor.edit((edit) => edit.replace(new Range(0, 0, document.lineCount, 0), text));
}

/**
 * Asks where to save a new job, saves it, and shows it.
 * @returns its URI; `undefined` when the user cancels
 */
export async function saveNewFile({ name, text }: NewDocument): Promise<string | undefined> {
  const [folder, file] = [currentFolder(), `${name}.lfjob.json`];
  const uri = await window.showSaveDialog({
    title: l10n.t('Save Job as File'),
    filters: { [l10n.t('LakeFormation Job')]: ['lfjob.json'] },
    ...(folder && { defaultUri: Uri.joinPath(folder, file) }),
  });
  if (uri === undefined) return undefined;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
  return uri.toString();
}

function currentFolder(): Uri | undefined {
  const active = window.activeTextEditor?.document.uri;
  if (active?.scheme === 'file' && workspace.getWorkspaceFolder(active)) return Uri.joinPath(active, '..');
  const first = workspace.workspaceFolders?.[0]?.uri;
  return first?.scheme === 'file' ? first : undefined;
}

async function unusedName(folder: Uri, name: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const file = Uri.joinPath(folder, `${number === 1 ? name : `${name}_${number}`}.lfjob.json`);
    const untitled = file.with({ scheme: 'untitled' });
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.toString() === untitled.toString());
    if (!isOpen && !(await exists(file))) return untitled;
  }
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
