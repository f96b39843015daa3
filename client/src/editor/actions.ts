import { commands } from 'vscode';

/** Makes the source action of the language server, which the editor asks it for. */
export async function sortProperties(): Promise<void> {
  await commands.executeCommand('editor.action.sourceAction', { kind: 'source.sort.lfjob', apply: 'first' });
}
