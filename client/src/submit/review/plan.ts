import * as l10n from '@vscode/l10n';
import type { JsonObject } from '../../../../language/src/documents/value.ts';
import { failureOf, isTokenFailure } from '../../api/errors.ts';
import type { JobsApi } from '../../api/jobs.ts';
import type { Job } from '../../api/types.ts';
import type { Choice } from '../../prompts/choice.ts';
import type { Prompts } from '../../prompts/prompts.ts';
import { readWithProgress } from '../../prompts/readWithProgress.ts';
import type { ProgressPrompts } from '../../prompts/withinProgress.ts';
import type { SubmissionRecord } from '../../state/submissionRecord.ts';
import { changesBetween, isUnchanged } from './changes.ts';
import type { Situation, Submission } from '../submission.ts';

/** What a submission would do to the jobs of an instance. */
export type Plan =
  | { readonly kind: 'create' }
  /** `shown` is the job as the service shows it; `undefined` where it can't be read. */
  | { readonly kind: 'update' | 'unchanged'; readonly job: Job; readonly shown: JsonObject | undefined };

/**
 * Compares a submission with the job that it would update.
 * @param target that job; `another` where it would create one
 * @param last the last submission of the document to the instance that wasn't refused
 * @throws ApiError when nothing can be sent either
 */
export async function planOf(
  prompts: ProgressPrompts,
  submission: Submission,
  api: JobsApi,
  target: Target,
  last: SubmissionRecord | undefined,
): Promise<Plan> {
  if (target === 'another') return { kind: 'create' };
  const shown = await readJob(prompts, target, submission.job.name, api);
  return { kind: isSame(submission, target, shown, last) ? 'unchanged' : 'update', job: target, shown };
}

/** The job that a submission would update; `another` where it would create one. */
export type Target = Job | 'another';

/**
 * Returns the job of a name that a submission would update. Where several have the name, asks which one is meant.
 * @returns `undefined` when the user cancels
 */
export async function targetOf(
  prompts: Prompts,
  name: string,
  { existing, last }: Pick<Situation, 'existing' | 'last'>,
): Promise<Target | undefined> {
  const jobs = existing?.jobs ?? [];
  return jobs.length < 2 ? (jobs[0] ?? 'another') : oneOf(prompts, name, jobs, last);
}

function isSame(
  { job, text, bodyHash }: Submission,
  { id }: Job,
  shown: JsonObject | undefined,
  last: SubmissionRecord | undefined,
): boolean {
  if (shown !== undefined) return isUnchanged(changesBetween(shown, { written: text, sent: job.body }));
  return last?.bodyHash === bodyHash && last.jobId === id && last.result === 'accepted';
}

async function oneOf(
  prompts: Prompts,
  name: string,
  jobs: readonly Job[],
  last: SubmissionRecord | undefined,
): Promise<Target | undefined> {
  const isLast = ({ id }: Job): boolean => id === last?.jobId;
  const sorted = [...jobs.filter(isLast), ...jobs.filter((job) => !isLast(job))];
  const choices: Choice<Target>[] = sorted.map((job) => ({
    label: job.id,
    ...(job.status !== undefined && { description: job.status }),
    ...(isLast(job) && { detail: l10n.t('The last submission of this document') }),
    value: job,
  }));
  return prompts.pick([...choices, { label: `$(add) ${l10n.t('Create Another Job')}`, value: 'another' }], {
    title: l10n.t('Submit "{0}"', name),
    placeholder: l10n.t('{0} jobs have this name. Select the one to update.', jobs.length),
  });
}

/**
 * Reads a job. Returns `undefined` where only that isn't possible: users without the right to read a job may still update it.
 * @throws ApiError
 */
async function readJob(
  prompts: ProgressPrompts,
  job: Job,
  name: string,
  api: JobsApi,
): Promise<JsonObject | undefined> {
  try {
    const title = l10n.t('Comparing "{0}" with the document…', name);
    return await readWithProgress(prompts, title, async (retry) => api.show(job.id, retry));
  } catch (error) {
    const failure = failureOf(error);
    const isOnlyThis = failure.kind === 'unreadable' || (failure.kind === 'rejected' && !isTokenFailure(failure));
    if (isOnlyThis) return undefined;
    throw error;
  }
}
