import { failureOf } from '../api/errors.ts';
import type { JobRunsApi } from '../api/jobRuns.ts';
import type { RetryOptions } from '../api/retry.ts';
import type { ListedJob } from '../api/run.ts';
import type { JobReference } from './jobReference.ts';

/** A job as the service has it; `gone` where it has been deleted. */
export type FoundJob = ListedJob | 'gone';

/**
 * Reads jobs of one instance: those of a type by one request for the list. Only a job that the list doesn't have is read by
 * itself: the list ends after 2,000 jobs, and its filter for names isn't documented.
 * @returns the jobs by their IDs
 * @throws ApiError
 */
export async function readJobs(
  api: Pick<JobRunsApi, 'list' | 'job'>,
  wanted: readonly JobReference[],
  retry: RetryOptions,
): Promise<ReadonlyMap<string, FoundJob>> {
  const found = new Map<string, FoundJob>();
  for (const type of new Set(wanted.map((job) => job.type))) {
    const ofType = wanted.filter((job) => job.type === type);
    const [only] = ofType;
    const name = ofType.length === 1 ? only?.name : undefined;
    const { jobs } = await api.list({ type, name }, retry);
    const byId = new Map(jobs.map((job) => [job.id, job]));
    for (const { id } of ofType) found.set(id, byId.get(id) ?? (await jobOrGone(api, id, retry)));
  }
  return found;
}

/** Reads a job; `gone` where it has been deleted. @throws ApiError */
export async function jobOrGone(api: Pick<JobRunsApi, 'job'>, id: string, retry: RetryOptions): Promise<FoundJob> {
  try {
    return await api.job(id, retry);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'rejected' && failure.status === 404) return 'gone';
    throw error;
  }
}
