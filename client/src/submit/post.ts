import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import { isTokenFailure } from '../api/errors.ts';
import type { SubmissionRecord } from './history.ts';
import { lookUntilKnown } from './lookAfter.ts';
import type { Submission, SubmitJobPorts } from './ports.ts';
import { refusedSentence } from './report.ts';
import { sendOnce, type Action, type Before, type Outcome, type Request } from './submission.ts';
import { tell } from './tell.ts';
import { replaceCredential, type Refused } from './token.ts';
import { updateBody } from './updateBody.ts';

/** How sending ended. */
export type Posted =
  /** What became of it is to be told. */
  | { readonly kind: 'done'; readonly tell: () => Promise<void> }
  /** The service did not take the credential, so nothing was done: the job may be sent with the other one. */
  | { readonly kind: 'refused'; readonly other: Credential }
  /** The user was told. */
  | { readonly kind: 'ended' };

/** Sends the job once, and remembers what became of it. */
export async function post(
  ports: SubmitJobPorts,
  submission: Submission,
  action: Action,
  before: Before,
  shown: Pick<Refused, 'credential' | 'isFirst'>,
): Promise<Posted> {
  const { job, connection, lock } = submission;
  if (!lock.isHeld()) {
    await ports.prompts.error(
      l10n.t('Another window submits this document too, so this one did not. Nothing was sent from here.'),
    );
    return { kind: 'ended' };
  }
  const body = action.kind === 'create' ? submission.body : updateBody(submission.body);
  const request: Request = { action, name: job.name, type: job.type, body };
  const record = newRecord(submission, action);
  await ports.history.put(record);
  const sent = await send(ports, submission, request, shown.credential);
  if (sent.kind === 'refused' && isTokenFailure(sent.failure)) {
    await ports.history.put(ended(record, sent));
    const consequence = refusedSentence(action.kind);
    const other = await replaceCredential(ports, sent.failure, connection, { ...shown, consequence });
    return other ? { kind: 'refused', other } : { kind: 'ended' };
  }
  const look = async (): Promise<Outcome> => {
    if (sent.kind !== 'undecided') return sent;
    return lookUntilKnown(ports, submission, request, before, sent.failure, shown.credential);
  };
  const outcome = await look();
  await ports.history.put(ended(record, outcome));
  const lookAgain = async (): Promise<Outcome> => {
    const again = await look();
    await ports.history.put(ended(record, again));
    return again;
  };
  return { kind: 'done', tell: async () => tell(ports, outcome, action, submission, lookAgain) };
}

async function send(
  { jobsApi, prompts }: SubmitJobPorts,
  { job, connection }: Submission,
  request: Request,
  credential: Credential,
): ReturnType<typeof sendOnce> {
  const { name, action } = request;
  const title =
    action.kind === 'create'
      ? l10n.t('Submitting "{0}" to {1}', name, connection.name)
      : l10n.t('Updating "{0}" at {1}', name, connection.name);
  const api = jobsApi(connection, credential, job.secrets);
  return prompts.progress(title, async (signal) => sendOnce(api, request, signal));
}

/** What is kept of a submission before it is sent: whatever happens, it may have been. */
function newRecord({ job, uri, bodyHash, connection }: Submission, action: Action): SubmissionRecord {
  return {
    id: crypto.randomUUID(),
    sentAt: new Date().toISOString(),
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

function ended(record: SubmissionRecord, outcome: Outcome): SubmissionRecord {
  const status = 'failure' in outcome && 'status' in outcome.failure ? outcome.failure.status : undefined;
  return {
    ...record,
    result: outcome.kind,
    ...('job' in outcome && { jobId: outcome.job.id }),
    ...(status !== undefined && { status }),
  };
}
