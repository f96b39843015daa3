import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as activateClient } from '../extension.ts';
import { noVariables } from '../secrets/variables.ts';
import { startWorker } from './worker.ts';

/** Activates with the language server in a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const worker = await startWorker(Uri.joinPath(context.extensionUri, 'dist/server/browser.js'));
  activateClient(context, (id, name, options) => new LanguageClient(id, name, worker, options), noVariables);
}
