import * as l10n from '@vscode/l10n';
import { isTokenFailure, type Failure } from '../api/errors.ts';
import type { JobsApi } from '../api/jobs.ts';
import { askForToken } from '../auth/tokenPrompt.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { ConnectionChoice } from '../connections/choice.ts';
import type { Connection } from '../connections/connection.ts';
import type { OpenDocument } from '../documents.ts';
import type { Prompts } from '../prompts.ts';
import { redaction } from '../redaction.ts';
import { confirmation } from '../submit/confirmation.ts';
import { readJobDocument, type JobDocument } from '../submit/job.ts';
import { report } from '../submit/report.ts';
import { failureSentence } from '../submit/sentences.ts';
import { failureOf, submitOnce, type Before, type Outcome } from '../submit/submission.ts';

/** What Submit Job needs of the world. */
export interface SubmitJobPorts {
  readonly prompts: Prompts;
  readonly connections: ConnectionChoice;
  readonly tokens: Tokens;
  readonly openDocument: (target: unknown) => Promise<OpenDocument | undefined>;
  /** The number of errors in a text, as the language server finds them. */
  readonly countErrors: (text: string) => Promise<number>;
  readonly jobsApi: (connection: Connection, token: string) => JobsApi;
  readonly isTrusted: () => boolean;
  readonly showResponse: (title: string, json: string) => Promise<void>;
}

/** A job on its way to a connection. */
interface Submission {
  readonly job: JobDocument;
  readonly body: string;
  readonly connection: Connection;
}

/** Submit Job: checks the document, asks, posts it once and tells what became of it. One at a time a document. */
export function submitJob(ports: SubmitJobPorts): (target?: unknown) => Promise<void> {
  const underWay = new Set<string>();
  return async (target) => {
    const { prompts } = ports;
    if (!ports.isTrusted()) {
      await prompts.error(
        l10n.t('Submitting uses your token, so it needs a trusted workspace. Trust this workspace first.'),
      );
      return;
    }
    const document = await ports.openDocument(target);
    if (document?.languageId !== 'lfjob') {
      await prompts.error(l10n.t('This is no LakeFormation job. Open a file whose name ends in .lfjob.json.'));
      return;
    }
    if (underWay.has(document.uri)) {
      await prompts.info(l10n.t('This job is being submitted already. Wait for its result.'));
      return;
    }
    underWay.add(document.uri);
    try {
      await submitDocument(ports, document);
    } finally {
      underWay.delete(document.uri);
    }
  };
}

async function submitDocument(ports: SubmitJobPorts, document: OpenDocument): Promise<void> {
  const job = await checkedJob(ports, document);
  if (job === undefined) return;
  const connection = await ports.connections.current();
  if (connection === undefined) return;
  const token = await tokenFor(ports, connection);
  if (token === undefined) return;
  const submission: Submission = { job, body: document.text, connection };
  const looked = await lookBefore(ports, submission, token);
  if (looked === undefined) return;
  if (!(await ports.prompts.confirm(confirmation(job, connection, looked.before)))) return;
  await post(ports, submission, looked.before, looked.token);
}

/** The job in a document without errors; else shows where the errors are. */
async function checkedJob(
  { prompts, countErrors }: SubmitJobPorts,
  document: OpenDocument,
): Promise<JobDocument | undefined> {
  const errors = await countErrors(document.text);
  if (errors > 0) {
    await document.show();
    await prompts.showProblems();
    void prompts.error(
      errors === 1
        ? l10n.t('The job has an error and was not sent. Mend it: the Problems view shows where.')
        : l10n.t('The job has {0} errors and was not sent. Mend them: the Problems view shows where.', errors),
    );
    return undefined;
  }
  const job = readJobDocument(document.text);
  const [reference] = job?.references ?? [];
  if (reference !== undefined) {
    void prompts.error(
      l10n.t(
        'The job refers to {0}, which this version cannot fill in yet. Nothing was sent: write the value to submit it.',
        reference,
      ),
    );
    return undefined;
  }
  return job;
}

async function tokenFor({ tokens, prompts }: SubmitJobPorts, connection: Connection): Promise<string | undefined> {
  return (await tokens.get(connection)) ?? askForToken(connection, tokens, prompts);
}

/**
 * Reads which jobs of this name there are, to tell later whether a lost answer meant a new one. It also finds a dead
 * token or a wrong address before anything is created.
 * @returns `undefined` when the submission ends here, after the user was told
 */
async function lookBefore(
  ports: SubmitJobPorts,
  { job, connection }: Submission,
  firstToken: string,
): Promise<{ readonly before: Before; readonly token: string } | undefined> {
  let token = firstToken;
  for (;;) {
    const api = ports.jobsApi(connection, token);
    const result = await ports.prompts.progress(l10n.t('Looking for jobs named "{0}"', job.name), async (signal) => {
      try {
        return { before: await api.named(job.name, job.type, signal) };
      } catch (error) {
        return { failure: failureOf(error) };
      }
    });
    if (!('failure' in result)) return { ...result, token };
    const { failure } = result;
    if (isTokenFailure(failure)) {
      const fresh = await replaceToken(ports, failure, connection, redaction([token, ...job.secrets]));
      if (fresh === undefined) return undefined;
      token = fresh;
      continue;
    }
    // Without the right to list jobs one may still create them; then a lost answer stays unknown.
    if (failure.kind === 'rejected' && failure.status !== 404 && failure.status >= 400)
      return { before: undefined, token };
    if (failure.kind !== 'cancelled') {
      const message = `${failureSentence(failure, connection)} ${l10n.t('Nothing was sent.')}`;
      void ports.prompts.error(redaction([token, ...job.secrets])(message));
    }
    return undefined;
  }
}

async function post(ports: SubmitJobPorts, submission: Submission, before: Before, firstToken: string): Promise<void> {
  const { job, body, connection } = submission;
  let token = firstToken;
  for (;;) {
    const api = ports.jobsApi(connection, token);
    const redact = redaction([token, ...job.secrets]);
    const outcome = await ports.prompts.progress(
      l10n.t('Submitting "{0}" to {1}', job.name, connection.name),
      async (signal) => submitOnce(api, { name: job.name, type: job.type, body }, before, signal),
    );
    if (outcome.kind !== 'refused' || !isTokenFailure(outcome.failure)) {
      void tell(ports, outcome, submission, redact);
      return;
    }
    // The service refused the token, so it created nothing: the user's fresh token goes on with the same job.
    const fresh = await replaceToken(ports, outcome.failure, connection, redact);
    if (fresh === undefined) return;
    token = fresh;
  }
}

async function replaceToken(
  { prompts, tokens }: SubmitJobPorts,
  failure: Failure,
  connection: Connection,
  redact: (text: string) => string,
): Promise<string | undefined> {
  const setToken = l10n.t('Set Token');
  const message = `${failureSentence(failure, connection)} ${l10n.t('No job was created.')}`;
  const chosen = await prompts.error(redact(message), setToken);
  return chosen === setToken ? askForToken(connection, tokens, prompts) : undefined;
}

async function tell(
  { prompts, showResponse }: SubmitJobPorts,
  outcome: Outcome,
  { job, connection }: Submission,
  redact: (text: string) => string,
): Promise<void> {
  const { level, message, jobId, response } = report(outcome, job.name, connection);
  const copyId = l10n.t('Copy ID');
  const show = l10n.t('Show Response');
  const actions = [...(jobId === undefined ? [] : [copyId]), ...(response === undefined ? [] : [show])];
  const chosen = await prompts[level](redact(message), ...actions);
  if (chosen === copyId && jobId !== undefined) await prompts.copy(jobId);
  if (chosen === show && response !== undefined) await showResponse(job.name, redact(indented(response)));
}

function indented(json: string): string {
  return `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
}
