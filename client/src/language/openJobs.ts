import { TabInputText, window, workspace, type Uri } from 'vscode';
import type { OpenJob } from '../environment.ts';
import { isWorkingDocument } from './workingDocument.ts';

/** Returns the jobs that have a tab and can be edited, each once; the active ones of the editor groups first. */
export function openJobs(): readonly OpenJob[] {
  const tabs = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .toSorted((one, other) => Number(other.isActive) - Number(one.isActive));
  const jobs = tabs.flatMap(({ input }) => (input instanceof TabInputText && isJob(input.uri) ? [input.uri] : []));
  const byUri = new Map(jobs.map((uri) => [uri.toString(), uri]));
  return [...byUri].map(([uri, { path }]) => ({
    uri,
    name: path.slice(path.lastIndexOf('/') + 1),
    path: workspace.asRelativePath(byUri.get(uri) ?? path),
  }));
}

function isJob(uri: Uri): boolean {
  if (!isWorkingDocument(uri.scheme, workspace.fs.isWritableFileSystem(uri.scheme) !== undefined)) return false;
  // A tab that was restored and not shown since then has no document yet.
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  return document === undefined ? uri.path.endsWith('.lfjob.json') : document.languageId === 'lfjob';
}
