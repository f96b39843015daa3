import { commands, TabInputTextDiff, Uri, window, type Disposable } from 'vscode';
import { changesScheme } from '../editor/documents.ts';
import type { DocumentChanges } from '../environment.ts';
import { ReadOnlyTexts } from './readOnlyTexts.ts';

/** A job of the service, written as in its document. */
interface RemoteVersion {
  /** The document. */
  readonly uri: string;
  readonly remote: string;
}

/** Two versions of a job side by side. */
export class Changes implements Disposable {
  readonly #texts = new ReadOnlyTexts(changesScheme);
  readonly #tabs = window.tabGroups.onDidChangeTabs(() => void updateContext());

  /** Opens the diff editor on two versions of a document's job. */
  async show({ uri, title, before, after }: DocumentChanges): Promise<void> {
    const name = nameOf(Uri.parse(uri, true));
    const left = this.#texts.put(`/service/${name}.jsonc`, before, uri);
    const right = this.#texts.put(`/document/${name}.jsonc`, after, uri);
    await commands.executeCommand('vscode.diff', left, right, title, { preview: true });
  }

  /** Opens the diff editor on a job of the service and its document. */
  async compare({ title, ...version }: RemoteVersion & { readonly title: string }): Promise<void> {
    const document = Uri.parse(version.uri, true);
    await commands.executeCommand('vscode.diff', this.#putRemote(version), document, title, { preview: true });
  }

  /** Shows another version of the job in a comparison that is open. */
  update(version: RemoteVersion): void {
    const left = remoteUri(version.uri).toString();
    if (comparisons().some(({ original }) => original.toString() === left)) this.#putRemote(version);
  }

  /** Whether a comparison of a document is open. */
  isComparing(uri: string): boolean {
    return comparisons().some(({ modified }) => modified.toString() === uri);
  }

  #putRemote({ uri, remote }: RemoteVersion): Uri {
    const { path, query } = remoteUri(uri);
    return this.#texts.put(path, remote, query);
  }

  dispose(): void {
    this.#tabs.dispose();
    this.#texts.dispose();
  }
}

/** The address of a job of the service that is compared with a document. */
function remoteUri(document: string): Uri {
  const path = `/service/${nameOf(Uri.parse(document, true))}.lfjob.json`;
  return Uri.from({ scheme: changesScheme, path, query: document });
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.lfjob\.json$/, '');
}

/** The comparisons that have a tab. */
function comparisons(): TabInputTextDiff[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) =>
      input instanceof TabInputTextDiff &&
      input.original.scheme === changesScheme &&
      input.modified.scheme !== changesScheme
        ? [input]
        : [],
    );
}

/** Sets the context key of the button in a comparison. A remote window has other URIs than the extension, but the same file names. */
async function updateContext(): Promise<void> {
  const files = comparisons().map(({ modified: { path } }) => path.slice(path.lastIndexOf('/') + 1));
  await commands.executeCommand('setContext', 'lakeformation.comparedFiles', files);
}
