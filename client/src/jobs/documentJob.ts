import * as l10n from '@vscode/l10n';
import type { SignInServices } from '../auth/signInServices.ts';
import { withCredential } from '../auth/withCredential.ts';
import type { Connection } from '../connections/connection.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { readWithProgress } from '../prompts/readWithProgress.ts';
import type { Services } from '../services.ts';
import { HistoryError, lastSent } from '../state/submissionHistory.ts';
import type { Job } from '../api/types.ts';
import { readJobDocument } from '../submit/job.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { statusLabel } from '../watch/status.ts';

/** The services that finding the job of a document uses. */
export type DocumentJobServices = SignInServices &
  Pick<Services, 'connections' | 'history' | 'jobLinks' | 'jobsApi' | 'prompts'>;

/**
 * Returns the job of a document in a connection, as far as it is known: the one that the document was submitted as last, or
 * that the user selected. Asks nothing, and makes no request.
 */
export async function knownJob(
  { history, jobLinks }: Pick<Services, 'history' | 'jobLinks'>,
  document: { readonly uri: string; readonly text: string },
  connection: Connection,
): Promise<JobReference | undefined> {
  const link = jobLinks.get(document.uri, connection);
  if (link) return { connection, ...link };
  const last = lastSent(await history.of(document.uri), connection);
  const isKnown = last?.result === 'accepted' || last?.result === 'found';
  if (!isKnown || last.jobId === undefined) return undefined;
  const type = readJobDocument(document.text)?.type;
  return type === undefined ? undefined : { connection, id: last.jobId, name: last.name, type };
}

/**
 * Returns the job of a document. Where none is known, looks for jobs of its name and type and asks which one it is.
 * @returns `undefined` when there is none or the user cancels, after telling the user
 */
export async function findJob(
  services: DocumentJobServices,
  document: OpenDocument,
): Promise<JobReference | undefined> {
  const connection = await services.connections.current(document.uri);
  if (connection === undefined) return undefined;
  try {
    const known = await knownJob(services, document, connection);
    return known ?? (await askForJob(services, document, connection));
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    await services.prompts.error(l10n.t('Couldn’t read the submissions: {0}.', error.message));
    return undefined;
  }
}

async function askForJob(
  services: DocumentJobServices,
  document: OpenDocument,
  connection: Connection,
): Promise<JobReference | undefined> {
  const { prompts, jobsApi, jobLinks } = services;
  const job = readJobDocument(document.text);
  if (job === undefined) {
    await prompts.error(l10n.t('Couldn’t find the job: the document must be valid JSON with a name and a type.'));
    return undefined;
  }
  const { name, type } = job;
  const result = await withCredential(services, connection, async (credential) =>
    readWithProgress(prompts, l10n.t('Checking for jobs named "{0}"…', name), async (retry) =>
      jobsApi(connection, credential, job.secrets).named(name, type, retry),
    ),
  );
  if (result.kind === 'failed' && result.failure.kind !== 'canceled') {
    await prompts.error(failureSentence(result.failure, connection, { action: 'show' }));
  }
  if (result.kind !== 'completed') return undefined;
  const found = await oneOf(services, result.value.jobs, name, connection);
  if (found === undefined) return undefined;
  await jobLinks.set(document.uri, connection, { id: found.id, name, type });
  return { connection, id: found.id, name, type };
}

async function oneOf(
  { prompts }: Pick<Services, 'prompts'>,
  jobs: readonly Job[],
  name: string,
  connection: Connection,
): Promise<Job | undefined> {
  if (jobs.length === 0) {
    await prompts.info(l10n.t('No job named "{0}" in connection "{1}". Submit it first.', name, connection.name));
    return undefined;
  }
  return prompts.pick(
    jobs.map((job) => ({ label: name, description: statusLabel(job.status), detail: job.id, value: job })),
    { title: l10n.t('Select Job'), placeholder: l10n.t('Select the job of this document in "{0}"', connection.name) },
  );
}
