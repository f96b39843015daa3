import type { LookedUp } from '../../client/src/preview/requestBasis.ts';

/** What is known where these are the only jobs of a name and type. */
export function existingJobs(...ids: readonly string[]): LookedUp {
  const jobs = ids.map((id) => ({ id, name: 'n', status: undefined }));
  return { kind: 'lookedUp', existing: { jobs, read: jobs.length, isComplete: true }, at: elevenFortyOne };
}

/** What is known where one job would be updated. */
export function updating(id: string): LookedUp {
  return existingJobs(id);
}

/** A moment at 11:41 in the time zone of the test. */
export const elevenFortyOne = new Date(2026, 0, 2, 11, 41).getTime();
