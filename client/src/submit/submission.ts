import { ApiError, isUnknownOutcome, type Failure } from '../api/errors.ts';
import type { JobsApi } from '../api/jobs.ts';
import type { Patience } from '../api/patience.ts';
import type { Job } from '../api/types.ts';
import { isUpdated } from './updateBody.ts';

/** What is done with a document: a new job is made of it, or one that exists becomes as it says. */
export type Action = { readonly kind: 'create' } | { readonly kind: 'update'; readonly job: Job };

/** What is sent: exactly this body. */
export interface Request {
  readonly action: Action;
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

/** How a submission ended. */
export type Outcome =
  /** The service said so; `response` is its answer as text. */
  | { readonly kind: 'accepted'; readonly job: Job; readonly response: string }
  /** The service refused it, or was never reached. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  | LookedUp;

/** What a look-up tells of a request without a usable answer, which failed so. */
export type LookedUp =
  /** There is a job, as the document says, which was not there before; of an update: the job is as the document says. */
  | { readonly kind: 'found'; readonly failure: Failure; readonly job: Job }
  /** There is a job of that name, which may be another's: it was there before, perhaps, or is not as the document says. */
  | { readonly kind: 'similar'; readonly failure: Failure; readonly job: Job }
  /** There is no new job of that name yet; of an update: the job differs. */
  | { readonly kind: 'notFound'; readonly failure: Failure }
  /** The look-up failed too, or was stopped. */
  | { readonly kind: 'unknown'; readonly failure: Failure; readonly isStopped: boolean };

/** The jobs of the same name that stood in the list before; `undefined` where the list could not be read. */
export type Before = readonly Job[] | undefined;

/**
 * Sends a request, once: neither creating nor updating is ever repeated.
 * @param signal ends the waiting for the answer
 * @returns what the service says; `undecided` when the look-up has to tell
 */
export async function sendOnce(
  api: JobsApi,
  { action, body }: Request,
  signal: AbortSignal,
): Promise<
  Extract<Outcome, { kind: 'accepted' | 'refused' }> | { readonly kind: 'undecided'; readonly failure: Failure }
> {
  try {
    const answered = await (action.kind === 'create' ? api.create(body, signal) : api.update(action.job, body, signal));
    return { kind: 'accepted', ...answered };
  } catch (error) {
    const failure = failureOf(error);
    return { kind: isUnknownOutcome(failure) ? 'undecided' : 'refused', failure };
  }
}

/**
 * Looks up what became of a request without a usable answer: in the job list and at the job itself.
 * @throws ApiError when that cannot be read
 */
export async function lookUp(
  api: JobsApi,
  { action, name, type, body }: Request,
  before: Before,
  failure: Failure,
  patience: Patience,
): Promise<LookedUp> {
  if (action.kind === 'update') {
    const shown = await api.show(action.job.id, patience);
    return isUpdated(body, shown) ? { kind: 'found', failure, job: action.job } : { kind: 'notFound', failure };
  }
  const known = new Set((before ?? []).map(({ id }) => id));
  const fresh = (await api.named(name, type, patience)).filter(({ id }) => !known.has(id));
  const [first] = fresh;
  if (first === undefined) return { kind: 'notFound', failure };
  if (before === undefined) return { kind: 'similar', failure, job: first };
  for (const job of fresh) {
    if (isUpdated(body, await api.show(job.id, patience))) return { kind: 'found', failure, job };
  }
  return { kind: 'similar', failure, job: first };
}

/** The failure in an error of the API; everything else is a defect and thrown on. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ApiError) return error.failure;
  throw error;
}
