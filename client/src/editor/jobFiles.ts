import * as l10n from '@vscode/l10n';
import { FileSystemError, workspace, type Uri } from 'vscode';
import { NotReadyError } from '../failures/notReadyError.ts';
import { asOpenDocument, showDocument, type OpenDocument } from './documents.ts';

/** The files of jobs. */
export const jobFilesGlob = '**/*.lfjob.json';

/** As many job files are looked at. */
const mostFiles = 1_000;

/**
 * Returns the job files of the workspace, without those that the setting `files.exclude` hides: as they are saved, or, where
 * they are open, as their editors show them.
 * @throws NotReadyError where there are too many, or one can't be read
 */
export async function jobFiles(): Promise<readonly OpenDocument[]> {
  const uris = await workspace.findFiles(jobFilesGlob, undefined, mostFiles + 1);
  if (uris.length > mostFiles) {
    throw new NotReadyError(
      l10n.t('The workspace has more than {0} jobs. Select the jobs to submit in the Explorer.', mostFiles),
    );
  }
  const byPath = (one: OpenDocument, other: OpenDocument): number => one.path.localeCompare(other.path);
  return (await Promise.all(uris.map(jobFile))).sort(byPath);
}

/** Reads a file without opening it in the editor, so that the Problems view doesn't list all of them. */
async function jobFile(uri: Uri): Promise<OpenDocument> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return asOpenDocument(open);
  const path = workspace.asRelativePath(uri);
  return {
    uri: uri.toString(),
    path,
    languageId: 'lfjob',
    text: await textOf(uri, path),
    isUnsaved: false,
    show: async () => showDocument(uri.toString()),
  };
}

async function textOf(uri: Uri, path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    const cause = error instanceof FileSystemError ? error.code : String(error);
    throw new NotReadyError(l10n.t('Couldn’t read "{0}": {1}.', path, cause));
  }
}
