import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import { ApiError, type Failure } from '../api/errors.ts';
import type { JobsApi } from '../api/jobs.ts';
import type { RetryOptions } from '../api/retry.ts';
import type { Job } from '../api/types.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import { withCredential } from '../auth/withCredential.ts';
import { readWithProgress } from '../prompts/readWithProgress.ts';
import type { Services } from '../services.ts';
import { withOutcome, type Sent } from './send.ts';
import type { ExistingJobs, LookedUpOutcome, Outcome, Submission } from './submission.ts';
import { isUpdated } from './requestBody.ts';

/**
 * Returns how a submission ended. What isn't clear is looked up and recorded.
 * @param existing the jobs of its name before it was sent
 * @param credential the one that it was sent with
 */
export async function outcomeOf(
  services: SignInServices & Pick<Services, 'history' | 'jobsApi'>,
  submission: Submission,
  sent: Sent,
  existing: ExistingJobs,
  credential: Credential,
): Promise<Outcome> {
  const { answer, record } = sent;
  if (answer.kind !== 'unclear') return answer;
  const outcome = await lookUpOutcome(services, submission, sent, existing, answer.failure, credential);
  await services.history.put(withOutcome(record, outcome));
  return outcome;
}

/**
 * Looks up the outcome of a request that failed without a clear answer, in the job list and at the job itself.
 * @param failure how the request failed
 * @param credential the one that the request was sent with
 */
async function lookUpOutcome(
  services: SignInServices & Pick<Services, 'jobsApi'>,
  submission: Submission,
  sent: Sent,
  existing: ExistingJobs,
  failure: Failure,
  credential: Credential,
): Promise<LookedUpOutcome> {
  const { job, connection } = submission;
  const title =
    sent.action.kind === 'create'
      ? l10n.t('Checking whether "{0}" was created…', job.name)
      : l10n.t('Checking whether "{0}" was updated…', job.name);
  const call = async (current: Credential): Promise<LookedUpOutcome> => {
    const api = services.jobsApi(connection, current, job.secrets);
    return readWithProgress(services.prompts, title, async (retry) =>
      sent.action.kind === 'update'
        ? lookUpUpdate(api, sent.action.job, sent.body, failure, retry)
        : lookUpCreation(api, submission, existing, failure, retry),
    );
  };
  const result = await withCredential(services, connection, call, { credential });
  if (result.kind === 'completed') return result.value;
  return { kind: 'unknown', failure, isStopped: result.kind === 'failed' && result.failure.kind === 'canceled' };
}

async function lookUpUpdate(
  api: JobsApi,
  job: Job,
  body: string,
  failure: Failure,
  retry: RetryOptions,
): Promise<LookedUpOutcome> {
  const shown = await api.show(job.id, retry);
  return isUpdated(body, shown) ? { kind: 'found', failure, job } : { kind: 'notFound', failure };
}

async function lookUpCreation(
  api: JobsApi,
  { job }: Submission,
  existing: ExistingJobs,
  failure: Failure,
  retry: RetryOptions,
): Promise<LookedUpOutcome> {
  const known = new Set((existing?.jobs ?? []).map(({ id }) => id));
  const list = await api.named(job.name, job.type, retry);
  const added = list.jobs.filter(({ id }) => !known.has(id));
  let mostLikely = added[0];
  if (mostLikely === undefined) return { kind: 'notFound', failure, list };
  // A job that the list had before is new here where not all of the list could be read.
  const isNewForSure = existing?.isComplete === true;
  for (const candidate of added) {
    const matches = await isAsSent(api, candidate, job.body, retry);
    if (matches === true && isNewForSure) return { kind: 'found', failure, job: candidate };
    if (matches !== false) mostLikely = candidate;
    if (matches === true) break;
  }
  return { kind: 'similar', failure, job: mostLikely };
}

/** Whether a job matches a request; `undefined` if it can't be read. */
async function isAsSent(api: JobsApi, { id }: Job, body: string, retry: RetryOptions): Promise<boolean | undefined> {
  try {
    return isUpdated(body, await api.show(id, retry));
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}
