import { commands, window, workspace } from 'vscode';

/** Makes the source action of the language server, which the editor asks it for. */
export async function sortMembers(): Promise<void> {
  await commands.executeCommand('editor.action.sourceAction', { kind: 'source.sort.lfjob', apply: 'first' });
}

/** Opens a new job document and inserts a snippet of the extension there. */
export async function insertSnippet(name: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'lfjob' }));
  await commands.executeCommand('editor.action.insertSnippet', { langId: 'lfjob', name });
}
