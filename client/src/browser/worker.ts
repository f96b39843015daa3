import { workspace, type Uri } from 'vscode';

/**
 * Starts a web worker from a file of the extension. A worker is made from a web address; a file that lies elsewhere, such as
 * on the server that an editor is connected to, is read and handed over.
 */
export async function startWorker(file: Uri): Promise<Worker> {
  if (file.scheme === 'http' || file.scheme === 'https') return new Worker(file.toString(true));
  const script = new Blob([new Uint8Array(await workspace.fs.readFile(file))], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(script));
}
