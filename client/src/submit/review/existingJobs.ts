import * as l10n from '@vscode/l10n';
import { failureOf, isThrottled, isTokenFailure, type Failure } from '../../api/errors.ts';
import type { JobsApi } from '../../api/jobs.ts';
import { readWithProgress } from '../../prompts/readWithProgress.ts';
import type { ProgressPrompts } from '../../prompts/withinProgress.ts';
import type { JobDocument } from '../job.ts';
import type { ExistingJobs } from '../submission.ts';

/**
 * Reads the jobs that have the name and type of a submission. They determine what to ask the user, and later whether a
 * job is new. A dead token or a wrong address shows here, before anything is sent.
 * @throws ApiError when nothing can be sent either
 */
export async function findExistingJobs(
  prompts: ProgressPrompts,
  { job }: { readonly job: Pick<JobDocument, 'name' | 'type'> },
  api: JobsApi,
): Promise<ExistingJobs> {
  try {
    const title = l10n.t('Checking for jobs named "{0}"…', job.name);
    return await readWithProgress(prompts, title, async (retry) => api.named(job.name, job.type, retry));
  } catch (error) {
    if (isListRefused(failureOf(error))) return undefined;
    throw error;
  }
}

/** Whether only the list fails: users without the right to list jobs may still create them. */
function isListRefused(failure: Failure): boolean {
  if (failure.kind !== 'rejected' || isTokenFailure(failure) || isThrottled(failure)) return false;
  return failure.status >= 400 && failure.status !== 404;
}

/** Whether two lists have the same jobs, going by their IDs, and are both read as a whole or not. */
export function areSameJobs(one: ExistingJobs, other: ExistingJobs): boolean {
  const idsOf = (existing: ExistingJobs): string | undefined => existing?.jobs.map(({ id }) => id).join();
  return idsOf(one) === idsOf(other) && one?.isComplete === other?.isComplete;
}
