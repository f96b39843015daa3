import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as activateClient } from '../extension.ts';
import { noVariables } from '../secrets/variables.ts';
import { databaseStorage } from './databaseStorage.ts';

/** Activates with the language server in a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const worker = await startWorker(Uri.joinPath(context.extensionUri, 'dist/server/browser.js'));
  activateClient(context, (id, name, options) => new LanguageClient(id, name, worker, options), {
    variables: noVariables,
    kooCliFile: undefined,
    submissionStorage: databaseStorage('lakeformation-jobs/submissions'),
    documentId: async (uri) => Promise.resolve(uri),
  });
}

/**
 * Starts a web worker from a file of the extension. A worker is made from a web address; a file elsewhere, such as on
 * the server that an editor is connected to, is read and handed over.
 */
async function startWorker(file: Uri): Promise<Worker> {
  if (file.scheme === 'http' || file.scheme === 'https') return new Worker(file.toString(true));
  const script = new Blob([new Uint8Array(await workspace.fs.readFile(file))], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(script));
}
