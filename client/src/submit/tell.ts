import * as l10n from '@vscode/l10n';
import { errorCode } from '../failures/errorCodes.ts';
import type { Submission, SubmitJobPorts } from './ports.ts';
import { report } from './report.ts';
import type { Action, Outcome } from './submission.ts';

/**
 * Tells what became of a submission, marks what the answer names in the document, and does what the user chooses then.
 * @param lookAgain looks once more where the outcome is not sure
 */
export async function tell(
  ports: SubmitJobPorts,
  outcome: Outcome,
  action: Action,
  submission: Submission,
  lookAgain: () => Promise<Outcome>,
): Promise<void> {
  const { prompts, showResponse, answers } = ports;
  const { job, uri, connection } = submission;
  const { level, message, jobId, response, canLookAgain } = report(outcome, action, job.name, connection);
  const rejection = 'failure' in outcome && outcome.failure.kind === 'rejected' ? outcome.failure : undefined;
  const places = rejection ? answers.show(uri, rejection) : 0;
  const page = errorCode(rejection?.body.code)?.page;
  const look = l10n.t('Look Again');
  const copyId = l10n.t('Copy ID');
  const show = l10n.t('Show Response');
  const showProblems = l10n.t('Show in Document');
  const codes = l10n.t('Error Codes');
  const chosen = await prompts[level](
    message,
    ...(canLookAgain === true ? [look] : []),
    ...(jobId === undefined ? [] : [copyId]),
    ...(response === undefined ? [] : [show]),
    ...(places === 0 ? [] : [showProblems]),
    ...(page === undefined ? [] : [codes]),
  );
  if (chosen === look) await tell(ports, await lookAgain(), action, submission, lookAgain);
  if (chosen === copyId && jobId !== undefined) await prompts.copy(jobId);
  if (chosen === show && response !== undefined) await showResponse(job.name, indented(response));
  if (chosen === showProblems) await prompts.showProblems();
  if (chosen === codes && page !== undefined) await prompts.openPage(page);
}

function indented(json: string): string {
  return `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
}
