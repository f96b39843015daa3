import * as l10n from '@vscode/l10n';
import { secretsOf, type Credential } from '../api/credential.ts';
import { isTokenFailure, type Failure } from '../api/errors.ts';
import { redaction } from '../redaction.ts';
import { errorCode } from './errorCodes.ts';
import type { SubmissionRecord } from './history.ts';
import { waiting } from './lookBefore.ts';
import type { Submission, SubmitJobPorts } from './ports.ts';
import { refusedSentence, report } from './report.ts';
import { lookUp, sendOnce, type Action, type Before, type Outcome, type Request } from './submission.ts';
import { replaceCredential } from './token.ts';
import { updateBody } from './updateBody.ts';

/**
 * Sends the job once, remembers that and tells what became of it. A credential that the service did not take is replaced, and
 * the job sent then.
 */
export async function post(
  ports: SubmitJobPorts,
  submission: Submission,
  action: Action,
  before: Before,
  first: Credential,
): Promise<void> {
  const { job, connection, lock } = submission;
  const body = action.kind === 'create' ? submission.body : updateBody(submission.body);
  const request: Request = { action, name: job.name, type: job.type, body };
  let credential = first;
  for (;;) {
    if (!lock.isHeld()) {
      await ports.prompts.error(
        l10n.t('Another window submits this document too, so this one did not. Nothing was sent from here.'),
      );
      return;
    }
    const redact = redaction([...secretsOf(credential), ...job.secrets]);
    const record = newRecord(submission, action);
    await ports.history.put(record);
    const outcome = await send(ports, submission, request, before, credential);
    await ports.history.put(ended(record, outcome));
    if (outcome.kind !== 'refused' || !isTokenFailure(outcome.failure)) {
      void tell(ports, outcome, action, submission, redact);
      return;
    }
    // The service refused the credential, so it did nothing: a fresh one goes on with the same job.
    const fresh = await replaceCredential(ports, outcome.failure, connection, {
      credential,
      isFirst: credential === first,
      redact,
      consequence: refusedSentence(action.kind),
    });
    if (fresh === undefined) return;
    credential = fresh;
  }
}

async function send(
  { jobsApi, prompts }: SubmitJobPorts,
  { job, connection }: Submission,
  request: Request,
  before: Before,
  credential: Credential,
): Promise<Outcome> {
  const api = jobsApi(connection, credential, job.secrets);
  const { name, action } = request;
  const title =
    action.kind === 'create'
      ? l10n.t('Submitting "{0}" to {1}', name, connection.name)
      : l10n.t('Updating "{0}" at {1}', name, connection.name);
  const looking = l10n.t('Looking what became of "{0}"', name);
  const look = async (failure: Failure, signal: AbortSignal, say: (message: string) => void): Promise<Outcome> =>
    lookUp(api, request, before, failure, { signal, onWait: (seconds) => say(waiting(seconds)) });
  const outcome = await prompts.progress(title, async (signal, say) => {
    const sent = await sendOnce(api, request, signal);
    if (sent.kind !== 'undecided' || signal.aborted) return sent;
    say(looking);
    return look(sent.failure, signal, say);
  });
  if (outcome.kind !== 'undecided') return outcome;
  // Cancel has ended the waiting for the answer and its message; what became of the request is still to be told.
  return prompts.progress(looking, async (signal, say) => look(outcome.failure, signal, say));
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
  const status = 'failure' in outcome ? statusOf(outcome.failure) : undefined;
  return {
    ...record,
    result: outcome.kind,
    ...('job' in outcome && { jobId: outcome.job.id }),
    ...(status !== undefined && { status }),
  };
}

function statusOf(failure: Failure): number | undefined {
  return 'status' in failure ? failure.status : undefined;
}

async function tell(
  { prompts, showResponse, answers }: SubmitJobPorts,
  outcome: Outcome,
  action: Action,
  { job, uri, connection }: Submission,
  redact: (text: string) => string,
): Promise<void> {
  const { level, message, jobId, response } = report(outcome, action, job.name, connection);
  const rejection = 'failure' in outcome && outcome.failure.kind === 'rejected' ? outcome.failure : undefined;
  const places = rejection ? answers.show(uri, redacted(rejection, redact)) : 0;
  const page = errorCode(rejection?.body.code)?.page;
  const copyId = l10n.t('Copy ID');
  const show = l10n.t('Show Response');
  const showProblems = l10n.t('Show in Document');
  const codes = l10n.t('Error Codes');
  const actions = [
    ...(jobId === undefined ? [] : [copyId]),
    ...(response === undefined ? [] : [show]),
    ...(places === 0 ? [] : [showProblems]),
    ...(page === undefined ? [] : [codes]),
  ];
  const chosen = await prompts[level](redact(message), ...actions);
  if (chosen === copyId && jobId !== undefined) await prompts.copy(jobId);
  if (chosen === show && response !== undefined) await showResponse(job.name, redact(indented(response)));
  if (chosen === showProblems) await prompts.showProblems();
  if (chosen === codes && page !== undefined) await prompts.openPage(page);
}

function redacted(
  { body, requestId }: Extract<Failure, { kind: 'rejected' }>,
  redact: (text: string) => string,
): Parameters<SubmitJobPorts['answers']['show']>[1] {
  const of = (text: string | undefined): string | undefined => (text === undefined ? undefined : redact(text));
  return { body: { code: of(body.code), message: of(body.message), solution: of(body.solution) }, requestId };
}

function indented(json: string): string {
  return `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
}
