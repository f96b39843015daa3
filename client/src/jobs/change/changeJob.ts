import { ApiError, failureOf, isTokenFailure, isUnknownOutcome, type Failure } from '../../api/errors.ts';
import type { JobRunsApi } from '../../api/jobRuns.ts';
import type { ListedJob } from '../../api/run.ts';
import { readWithProgress } from '../../prompts/readWithProgress.ts';
import type { ProgressPrompts } from '../../prompts/withinProgress.ts';
import type { JobReference } from '../../watch/jobReference.ts';
import { jobOrGone, type FoundJob } from '../../watch/readJobs.ts';

/** A request that changes the state of a job. */
export interface JobChange {
  /** What the progress shows while it is sent, and while it is looked up. */
  readonly titles: { readonly send: string; readonly lookUp: string };
  readonly send: (api: JobRunsApi, id: string, signal: AbortSignal) => Promise<void>;
  /** Whether the state of the job shows that the request was done. @param before the state right before it was sent */
  readonly isDone: (job: FoundJob, before: ListedJob) => boolean;
}

/** How the request ended. */
export type ChangeOutcome =
  /** The service confirmed it. */
  | { readonly kind: 'accepted' }
  /** The service refused it, or was never reached. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** No clear answer came, but the job is as after the request. */
  | { readonly kind: 'found'; readonly failure: Failure }
  /** No clear answer came, and the job is as before; the service may still be at it. */
  | { readonly kind: 'notFound'; readonly failure: Failure }
  /** The state of the job couldn't be read either, or the user canceled that. */
  | { readonly kind: 'unknown'; readonly failure: Failure };

/**
 * Sends a request that changes the state of a job, once, and looks up an outcome that isn't clear.
 * @throws ApiError when the service refuses the credential; then nothing was done
 */
export async function changeJob(
  prompts: ProgressPrompts,
  api: JobRunsApi,
  reference: JobReference,
  before: ListedJob,
  change: JobChange,
): Promise<ChangeOutcome> {
  try {
    await prompts.progress(change.titles.send, async (signal) => change.send(api, reference.id, signal));
    return { kind: 'accepted' };
  } catch (error) {
    const failure = failureOf(error);
    if (isTokenFailure(failure)) throw error;
    if (!isUnknownOutcome(failure)) return { kind: 'refused', failure };
    return lookUpChange(prompts, api, reference, before, change, failure);
  }
}

/** Looks up how a request ended that failed without a clear answer. @param failure how it failed */
export async function lookUpChange(
  prompts: ProgressPrompts,
  api: JobRunsApi,
  { id }: JobReference,
  before: ListedJob,
  { titles, isDone }: JobChange,
  failure: Failure,
): Promise<ChangeOutcome> {
  try {
    const job = await readWithProgress(prompts, titles.lookUp, async (retry) => jobOrGone(api, id, retry));
    return { kind: isDone(job, before) ? 'found' : 'notFound', failure };
  } catch (error) {
    if (error instanceof ApiError) return { kind: 'unknown', failure };
    throw error;
  }
}
