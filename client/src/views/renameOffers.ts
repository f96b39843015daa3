import {
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type ExtensionContext,
  type TextDocument,
} from 'vscode';
import { offerRename, type RenameServices } from '../jobs/offerRename.ts';
import type { Prompts } from '../prompts/prompts.ts';

/** Offers to rename JSON files that look like jobs, when they are shown or saved. */
export function offerRenames(
  { globalState, workspaceState }: Pick<ExtensionContext, 'globalState' | 'workspaceState'>,
  prompts: Prompts,
): Disposable[] {
  const services: RenameServices = { prompts, everywhere: globalState, workspaceState, rename };
  const look = (document: TextDocument | undefined): void => {
    if (document?.uri.scheme !== 'file' || !['json', 'jsonc'].includes(document.languageId)) return;
    void offerRename(services, document.uri.toString(), document.getText());
  };
  look(window.activeTextEditor?.document);
  return [
    window.onDidChangeActiveTextEditor((editor) => look(editor?.document)),
    workspace.onDidSaveTextDocument(look),
  ];
}

async function rename(from: string, to: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  edit.renameFile(Uri.parse(from, true), Uri.parse(to, true), { overwrite: false });
  if (!(await workspace.applyEdit(edit))) return false;
  await window.showTextDocument(Uri.parse(to, true));
  return true;
}
