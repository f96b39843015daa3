import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../editor/documents.ts';
import { NotReadyError } from '../failures/notReadyError.ts';
import { quoted } from '../failures/quoted.ts';
import { findJob } from '../jobs/documentJob.ts';
import type { Services } from '../services.ts';
import { readJobDocument } from '../submit/job.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { jobShownIn, readJobArgument, referenceOf, type JobOfServices } from './jobOf.ts';
import { openJobDocument } from './openJobDocument.ts';

/** The services that finding a document and its job uses. */
export type DocumentAndJobServices = JobOfServices & Pick<Services, 'jobFiles'>;

/** A document, and its job in an instance. */
export interface DocumentAndJob {
  readonly document: OpenDocument;
  readonly reference: JobReference;
}

/** As much of a name is shown, in characters. */
const longestName = 50;

/**
 * Returns the document that a command is about, and its job: those of a document, or of the active one, or the job that a view
 * passes and its file.
 * @returns `undefined` when there is none or the user cancels, after telling the user
 */
export async function documentAndJob(
  services: DocumentAndJobServices,
  target: unknown,
): Promise<DocumentAndJob | undefined> {
  const argument = readJobArgument(target);
  const opened = argument === undefined ? await openJobDocument(services, target) : undefined;
  const shown = argument ?? (opened && jobShownIn(opened));
  if (shown === undefined) {
    const reference = opened && (await findJob(services, opened));
    return opened && reference && { document: opened, reference };
  }
  const reference = await referenceOf(services, shown);
  const document = reference && (await fileOf(services, reference));
  return reference && document && { document, reference };
}

/** Returns the file of a job: the one that was submitted or saved as this job, else one with its name and type. */
async function fileOf(services: DocumentAndJobServices, reference: JobReference): Promise<OpenDocument | undefined> {
  const { prompts, jobLinks } = services;
  const { connection, id, name, type } = reference;
  const linked = await existing(services, jobLinks.documentsOf(id, connection));
  const files = linked.length > 0 ? linked : await filesNamed(services, reference);
  const [first, second] = files;
  const shownName = quoted(name, longestName);
  if (first === undefined) {
    await prompts.info(l10n.t('No file in the workspace has the job "{0}". Save the job as a file first.', shownName));
    return undefined;
  }
  const file =
    second === undefined
      ? first
      : await prompts.pick(
          files.map((one) => ({ label: one.path, value: one })),
          { title: l10n.t('Select File'), placeholder: l10n.t('Select the file of job "{0}"', shownName) },
        );
  if (file && linked.length === 0) await jobLinks.set(file.uri, connection, { id, name, type });
  return file;
}

async function existing(
  { openDocument }: Pick<Services, 'openDocument'>,
  uris: readonly string[],
): Promise<readonly OpenDocument[]> {
  // A file that was deleted can't be opened.
  const documents = await Promise.all(uris.map(async (uri) => openDocument(uri).catch(() => undefined)));
  return documents.filter((document) => document !== undefined);
}

async function filesNamed(
  { jobFiles, jobLinks }: Pick<Services, 'jobFiles' | 'jobLinks'>,
  { connection, name, type }: JobReference,
): Promise<readonly OpenDocument[]> {
  try {
    return (await jobFiles()).filter(({ uri, text }) => {
      const job = readJobDocument(text);
      return job?.name === name && job.type === type && jobLinks.get(uri, connection) === undefined;
    });
  } catch (error) {
    if (error instanceof NotReadyError) return [];
    throw error;
  }
}
