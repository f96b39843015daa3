import * as l10n from '@vscode/l10n';
import { secretsOf, type Credential } from '../api/credential.ts';
import { isTokenFailure } from '../api/errors.ts';
import { redaction } from '../redaction.ts';
import type { Submission, SubmitJobPorts } from './ports.ts';
import { report } from './report.ts';
import { submitOnce, type Before, type Outcome } from './submission.ts';
import { replaceCredential } from './token.ts';

/** Posts the job once and tells what became of it. A credential that the service did not take is replaced, and the job sent then. */
export async function post(
  ports: SubmitJobPorts,
  submission: Submission,
  before: Before,
  first: Credential,
): Promise<void> {
  const { job, body, connection } = submission;
  let credential = first;
  for (;;) {
    const api = ports.jobsApi(connection, credential);
    const redact = redaction([...secretsOf(credential), ...job.secrets]);
    const outcome = await ports.prompts.progress(
      l10n.t('Submitting "{0}" to {1}', job.name, connection.name),
      async (signal) => submitOnce(api, { name: job.name, type: job.type, body }, before, signal),
    );
    if (outcome.kind !== 'refused' || !isTokenFailure(outcome.failure)) {
      void tell(ports, outcome, submission, redact);
      return;
    }
    // The service refused the credential, so it created nothing: a fresh one goes on with the same job.
    const fresh = await replaceCredential(ports, outcome.failure, connection, {
      credential,
      isFirst: credential === first,
      redact,
    });
    if (fresh === undefined) return;
    credential = fresh;
  }
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
