import type { Job } from '../api/types.ts';
import type { Services } from '../services.ts';
import type { JobReference } from '../watch/jobReference.ts';
import type { Outcome, Submission } from './submission.ts';

/** Returns the job that an outcome is about for sure: one that was created or updated. */
export function jobOf(outcome: Outcome): Job | undefined {
  return outcome.kind === 'accepted' || outcome.kind === 'found' ? outcome.job : undefined;
}

/** Remembers which job a document was submitted as. @returns that job */
export async function linkJob(
  { jobLinks }: Pick<Services, 'jobLinks'>,
  { uri, connection, job: { name, type } }: Submission,
  job: Job | undefined,
): Promise<JobReference | undefined> {
  if (job === undefined) return undefined;
  const link = { id: job.id, name, type };
  await jobLinks.set(uri, connection, link);
  return { connection, ...link };
}
