import * as l10n from '@vscode/l10n';
import { errorCodeOf } from '../failures/errorCodes.ts';
import { outcomeMessage } from './outcomeMessage.ts';
import type { Services } from '../services.ts';
import type { Action, Outcome, Submission } from './submission.ts';

/** A submission with its outcome. */
export interface Reported {
  readonly submission: Submission;
  readonly action: Action;
  readonly outcome: Outcome;
  /** Looks the outcome up again and records it. */
  readonly lookUp: () => Promise<Outcome>;
}

/**
 * Reports the outcome of a submission, marks in the document what the service's answer names, and does what the user
 * chooses then. Resolves when the message is closed.
 */
export async function reportOutcome(
  services: Pick<Services, 'prompts' | 'showResponse' | 'answers'>,
  reported: Reported,
): Promise<void> {
  const { prompts, showResponse, answers } = services;
  const { submission, action, outcome, lookUp } = reported;
  const { job, uri, connection } = submission;
  const { level, message, jobId, response, canLookUp } = outcomeMessage(outcome, action, job.name, connection);
  const rejection = 'failure' in outcome && outcome.failure.kind === 'rejected' ? outcome.failure : undefined;
  const places = rejection ? answers.show(uri, rejection) : 0;
  const page = errorCodeOf(rejection?.body)?.page;
  const checkAgain = l10n.t('Check Again');
  const copyId = l10n.t('Copy ID');
  const show = l10n.t('Show Response');
  const showProblems = l10n.t('Show in Document');
  const codes = l10n.t('Error Codes');
  const chosen = await prompts[level](
    message,
    ...(canLookUp === true ? [checkAgain] : []),
    ...(jobId === undefined ? [] : [copyId]),
    ...(response === undefined ? [] : [show]),
    ...(places === 0 ? [] : [showProblems]),
    ...(page === undefined ? [] : [codes]),
  );
  if (chosen === checkAgain) await reportOutcome(services, { ...reported, outcome: await lookUp() });
  if (chosen === copyId && jobId !== undefined) await prompts.copy(jobId);
  if (chosen === show && response !== undefined) await showResponse(job.name, response());
  if (chosen === showProblems) await prompts.showProblems();
  if (chosen === codes && page !== undefined) await prompts.openPage(page);
}
