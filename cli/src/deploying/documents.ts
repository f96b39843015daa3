import { pathToFileURL } from 'node:url';
import type { OpenDocument } from '../../../client/src/editor/documents.ts';
import { Failure } from '../failure.ts';
import type { JobFile } from '../files/findJobs.ts';
import { readText } from '../files/readText.ts';

/** Reads the files of jobs. @throws Failure if one can't be read */
export async function readDocuments(jobs: readonly JobFile[]): Promise<readonly OpenDocument[]> {
  const documents: OpenDocument[] = [];
  for (const { path, name } of jobs) documents.push(await readDocument(path, name));
  return documents;
}

/** Reads the file of a job. @param name how it is shown @throws Failure if it can't be read */
export async function readDocument(path: string, name: string): Promise<OpenDocument> {
  const read = await readText(path, name);
  if ('failure' in read) throw new Failure(read.failure);
  return {
    uri: pathToFileURL(path).href,
    path: name,
    languageId: 'lfjob',
    text: read.text,
    isUnsaved: false,
    show: async () => Promise.resolve(),
  };
}
