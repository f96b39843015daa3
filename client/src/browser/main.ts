import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as activateClient } from '../extension.ts';

/** Activates with the language server in a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = Uri.joinPath(context.extensionUri, 'dist/server/browser.js');
  await activateClient(
    context,
    (id, name, options) => new LanguageClient(id, name, new Worker(server.toString(true)), options),
  );
}
