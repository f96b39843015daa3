import * as l10n from '@vscode/l10n';
import { ApiError, failureOf, isTokenFailure, isUnknownOutcome, type Failure } from '../api/errors.ts';
import type { JobsApi } from '../api/jobs.ts';
import type { SubmissionRecord } from '../state/submissionRecord.ts';
import type { ProgressPrompts } from '../prompts/withinProgress.ts';
import type { Services } from '../services.ts';
import { recorded } from './recorded.ts';
import type { Action, Decision, Outcome, Submission } from './submission.ts';
import { updateBody } from './requestBody.ts';

/** A request that was sent. */
export interface Sent {
  readonly action: Action;
  readonly body: string;
  /** Its record in the history, without a result yet. */
  readonly record: SubmissionRecord;
  readonly answer: Answer;
}

type Answer =
  | Extract<Outcome, { kind: 'accepted' | 'refused' }>
  /** The service may have done it although it didn't report that. */
  | { readonly kind: 'unclear'; readonly failure: Failure };

/**
 * Sends a submission once and records it. Neither creating nor updating is ever repeated.
 * @returns `undefined` when nothing was sent because the document was submitted since the decision
 * @throws ApiError when the service refuses the credential; then nothing was done
 * @throws NotReadyError when the submission can't be recorded; then nothing was sent
 */
export async function send(
  { prompts, history, now }: Pick<Services, 'history' | 'now'> & { readonly prompts: ProgressPrompts },
  submission: Submission,
  { action, submissions }: Decision,
  api: JobsApi,
): Promise<Sent | undefined> {
  const { job, connection } = submission;
  const body = action.kind === 'create' ? job.body : updateBody(job.body);
  const record = newRecord(submission, action, now());
  const title =
    action.kind === 'create'
      ? l10n.t('Submitting "{0}" to {1}…', job.name, connection.name)
      : l10n.t('Updating "{0}" in {1}…', job.name, connection.name);
  if (!(await recorded(async () => history.begin(record, submissions)))) return undefined;
  const answer = await prompts.progress(title, async (signal) => answerTo(api, action, body, signal));
  await history.put(answer.kind === 'unclear' ? record : withOutcome(record, answer));
  if (answer.kind === 'refused' && isTokenFailure(answer.failure)) throw new ApiError(answer.failure);
  return { action, body, record, answer };
}

async function answerTo(api: JobsApi, action: Action, body: string, signal: AbortSignal): Promise<Answer> {
  try {
    const answered = await (action.kind === 'create' ? api.create(body, signal) : api.update(action.job, body, signal));
    return { kind: 'accepted', ...answered };
  } catch (error) {
    const failure = failureOf(error);
    return { kind: isUnknownOutcome(failure) ? 'unclear' : 'refused', failure };
  }
}

function newRecord({ job, uri, bodyHash, connection }: Submission, action: Action, sentAt: number): SubmissionRecord {
  return {
    id: crypto.randomUUID(),
    sentAt: new Date(sentAt).toISOString(),
    uri,
    name: job.name,
    action: action.kind,
    connection: connection.name,
    endpoint: connection.endpoint,
    instanceId: connection.instanceId,
    bodyHash,
    references: [...new Set(job.references)],
    result: 'unknown',
    ...(action.kind === 'update' && { jobId: action.job.id }),
  };
}

/** Returns a record with the result of its submission. */
export function withOutcome(record: SubmissionRecord, outcome: Outcome): SubmissionRecord {
  const status = 'failure' in outcome && 'status' in outcome.failure ? outcome.failure.status : undefined;
  return {
    ...record,
    result: outcome.kind,
    ...('job' in outcome && { jobId: outcome.job.id }),
    ...(status !== undefined && { status }),
  };
}
