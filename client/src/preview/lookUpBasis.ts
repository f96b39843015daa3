import { failureOf } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import type { Prompts } from '../prompts/prompts.ts';
import type { Services } from '../services.ts';
import { findExistingJobs } from '../submit/review/existingJobs.ts';
import type { JobDocument } from '../submit/job.ts';
import type { RequestBasis } from './requestBasis.ts';

/** The services that a look-up uses. */
export type LookUpServices = Pick<
  Services,
  'connections' | 'isTrusted' | 'jobsApi' | 'now' | 'storedCredential' | 'usableConnections'
>;

/**
 * Reads the jobs that have the name and type of a document's job, as Submit Job does, with the stored credential only: it
 * never asks for one, renews none, and changes nothing. Requests nothing where there is none. A failure is returned.
 * @param connection the one in force where nothing has to be asked
 */
export async function lookUpBasis(
  { isTrusted, jobsApi, now, storedCredential, usableConnections }: LookUpServices,
  connection: Connection | undefined,
  job: JobDocument,
  prompts: Pick<Prompts, 'progress'>,
): Promise<RequestBasis> {
  if (connection === undefined) return { kind: 'noConnection', isSelectable: usableConnections().length > 0 };
  // Submitting needs a trusted workspace, because it uses the credential.
  if (!isTrusted()) return { kind: 'untrusted' };
  const credential = await storedCredential(connection);
  if (credential === undefined) return { kind: 'signedOut' };
  try {
    const existing = await findExistingJobs(prompts, { job }, jobsApi(connection, credential, job.secrets));
    return { kind: 'lookedUp', existing, at: now() };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error), credential: credential.kind };
  }
}
