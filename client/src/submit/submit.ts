import * as l10n from '@vscode/l10n';
import type { SignInServices } from '../auth/signInServices.ts';
import { withCredential } from '../auth/withCredential.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { NotReadyError } from '../failures/notReadyError.ts';
import { outcomeOf } from './lookUp.ts';
import { prepareSubmission, type PrepareServices } from './prepare.ts';
import { refusedSentence } from './report/outcomeMessage.ts';
import type { Services } from '../services.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { reportFailure, reportOutcome, type Reported, type ReportServices } from './report/report.ts';
import { decide, type ReviewServices } from './review/review.ts';
import { send } from './send.ts';
import { jobOf, linkJob } from './linkJob.ts';
import type { Decision, Kept, Outcome, Submission } from './submission.ts';

/** The services that submitting uses. */
export type SubmitServices = SignInServices &
  PrepareServices &
  ReviewServices &
  ReportServices &
  Pick<Services, 'attempts' | 'jobLinks' | 'jobsApi'>;

/**
 * Submits the job of a document: checks it, fills in its references, reviews what to do, sends it once, looks up an
 * outcome that isn't clear, and reports it. A document is sent by one window at a time.
 * @param run called with the job once the service has it, in place of the report
 */
export async function submitDocument(
  services: SubmitServices,
  document: OpenDocument,
  run?: (job: JobReference) => Promise<void>,
): Promise<void> {
  const attempt = services.attempts.start(document.uri);
  try {
    // "No job was created" must not be shown beside "was created".
    if (attempt.isRepeated) await services.prompts.hideMessages();
    services.answers.clear(document.uri);
    const submission = await prepareSubmission(services, document, attempt, run !== undefined);
    const result = submission && (await reviewAndSend(services, submission));
    const job = result && (await linkJob(services, submission, 'kept' in result ? result.kept : jobOf(result.outcome)));
    if (run && job) await run(job);
    // The message stays until the user closes it.
    else if (result && 'outcome' in result) await reportOutcome(services, result);
  } catch (error) {
    if (!(error instanceof NotReadyError)) throw error;
    // The attempt that replaced it reports what happens to the document.
    if (!attempt.isOvertaken()) await reportNotReady(services, document, error);
  } finally {
    attempt.end();
  }
}

/** Shows why a document isn't sent, and its problems. */
async function reportNotReady(
  { prompts }: Pick<Services, 'prompts'>,
  document: OpenDocument,
  { message, isInProblems }: NotReadyError,
): Promise<void> {
  if (!isInProblems) {
    await prompts.error(message);
    return;
  }
  await document.show();
  await prompts.showProblems();
  // The button keeps the message from being cut to one line.
  const showProblems = l10n.t('Open Problems');
  if ((await prompts.error(message, showProblems)) === showProblems) await prompts.showProblems();
}

/** @returns `undefined` when nothing was sent, after a message, or because the user canceled */
async function reviewAndSend(services: SubmitServices, submission: Submission): Promise<Reported | Kept | undefined> {
  const { job, connection } = submission;
  let decision: Decision | undefined;
  const consequence = (): string => (decision ? refusedSentence(decision.action.kind) : l10n.t('Nothing was sent.'));
  const result = await withCredential(
    services,
    connection,
    async (credential) => {
      const api = services.jobsApi(connection, credential, job.secrets);
      for (;;) {
        const decided = await decide(services, submission, api, credential, decision);
        if (decided && 'kept' in decided) return decided;
        decision = decided;
        const sent = decision && (await send(services, submission, decision, api));
        if (sent !== undefined || decision === undefined) return sent;
      }
    },
    { consequence },
  );
  if (result.kind === 'failed' && result.failure.kind !== 'canceled') {
    await reportFailure(services, result.failure, submission, consequence());
  }
  if (result.kind !== 'completed' || result.value === undefined) return undefined;
  const { value: sent, credential } = result;
  if ('kept' in sent) return sent;
  const lookUp = async (): Promise<Outcome> => outcomeOf(services, submission, sent, decision?.existing, credential);
  return { submission, action: sent.action, outcome: await lookUp(), lookUp };
}
