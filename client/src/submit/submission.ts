import { ApiError, isUnknownOutcome, type Failure } from '../api/errors.ts';
import type { JobsApi } from '../api/jobs.ts';
import type { Job } from '../api/types.ts';

/** How a submission ended. */
export type Outcome =
  /** The service said so; `response` is its answer as text. */
  | { readonly kind: 'created'; readonly job: Job; readonly response: string }
  /** The service refused it, or was never reached. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** The answer is missing or useless, and the job list has a job of that name which was not there before. */
  | { readonly kind: 'found'; readonly failure: Failure; readonly job: Job }
  /** The answer is missing or useless, and the job list has no new job of that name. */
  | { readonly kind: 'notFound'; readonly failure: Failure }
  /** Neither the answer nor the list tells. */
  | { readonly kind: 'unknown'; readonly failure: Failure };

/** The jobs of the same name that stood in the list before; `undefined` where the list could not be read. */
export type Before = readonly Job[] | undefined;

/**
 * Posts a job once. When the outcome is unknown, looks its name up in the job list, and compares with what stood there
 * before, instead of posting again: creating a job is not idempotent.
 * @param signal ends the waiting for the answer; the look-up afterwards is not ended by it
 */
export async function submitOnce(
  api: JobsApi,
  job: { readonly name: string; readonly type: string; readonly body: string },
  before: Before,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    return { kind: 'created', ...(await api.create(job.body, signal)) };
  } catch (error) {
    const failure = failureOf(error);
    return isUnknownOutcome(failure) ? lookUp(api, job, before, failure) : { kind: 'refused', failure };
  }
}

async function lookUp(
  api: JobsApi,
  { name, type }: { readonly name: string; readonly type: string },
  before: Before,
  failure: Failure,
): Promise<Outcome> {
  if (before === undefined) return { kind: 'unknown', failure };
  const known = new Set(before.map(({ id }) => id));
  try {
    const after = await api.named(name, type, new AbortController().signal);
    const job = after.find(({ id }) => !known.has(id));
    return job ? { kind: 'found', failure, job } : { kind: 'notFound', failure };
  } catch (error) {
    failureOf(error);
    return { kind: 'unknown', failure };
  }
}

/** The failure in an error of the API; everything else is a defect and thrown on. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ApiError) return error.failure;
  throw error;
}
