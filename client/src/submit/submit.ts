import * as l10n from '@vscode/l10n';
import type { SignInServices } from '../auth/signInServices.ts';
import { withCredential } from '../auth/withCredential.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { checkDocument } from './check.ts';
import { decide } from './confirm.ts';
import { bodyHash } from '../state/submissionHistory.ts';
import type { Lock } from '../state/submissionLocks.ts';
import { lookUpOutcome } from './lookUp.ts';
import { refusedSentence } from './outcomeMessage.ts';
import type { Services } from '../services.ts';
import { reportOutcome, type Reported } from './report.ts';
import { resolveJob } from './resolve.ts';
import { send, withOutcome } from './send.ts';
import type { Decision, Outcome, Submission } from './submission.ts';

/** The services that submitting uses. */
export type SubmitServices = SignInServices &
  Pick<
    Services,
    | 'answers'
    | 'confirmSetting'
    | 'connections'
    | 'countErrors'
    | 'fillIn'
    | 'history'
    | 'jobsApi'
    | 'locks'
    | 'showResponse'
  >;

/**
 * Submits the job of a document: checks it, fills in its references, confirms what to do, sends it once, looks up an
 * outcome that isn't clear, and reports it. A document is submitted by one window at a time.
 */
export async function submitDocument(services: SubmitServices, document: OpenDocument): Promise<void> {
  const lock = await services.locks.take(document.uri);
  if (lock === undefined) {
    await services.prompts.info(
      l10n.t(
        'This job is being submitted already, here or in another window. Wait for its result; after a crash, wait 20 seconds.',
      ),
    );
    return;
  }
  let reported: Reported | undefined;
  try {
    reported = await checkAndSend(services, document, lock);
  } finally {
    await lock.release();
  }
  // The message stays until the user closes it, and the document can be submitted again in the meantime.
  if (reported) await reportOutcome(services, reported);
}

/** @returns `undefined` when nothing was sent, after the user was told or canceled */
async function checkAndSend(
  services: SubmitServices,
  document: OpenDocument,
  lock: Lock,
): Promise<Reported | undefined> {
  services.answers.clear(document.uri);
  if (!(await checkDocument(services, document))) return undefined;
  const job = await resolveJob(services, document.text);
  if (job === undefined) return undefined;
  const connection = await services.connections.current(document.uri);
  if (connection === undefined) return undefined;
  const { uri, text } = document;
  return confirmAndSend(services, { job, uri, bodyHash: await bodyHash(text), connection, lock });
}

async function confirmAndSend(services: SubmitServices, submission: Submission): Promise<Reported | undefined> {
  const { job, connection } = submission;
  let decision: Decision | undefined;
  const consequence = (): string => (decision ? refusedSentence(decision.action.kind) : l10n.t('Nothing was sent.'));
  const result = await withCredential(
    services,
    connection,
    async (credential) => {
      const api = services.jobsApi(connection, credential, job.secrets);
      decision = await decide(services, submission, api, decision);
      return decision && (await send(services, submission, decision.action, api));
    },
    { consequence },
  );
  if (result.kind === 'failed' && result.failure.kind !== 'cancelled') {
    void services.prompts.error(`${consequence()} ${failureSentence(result.failure, connection)}`);
  }
  if (result.kind !== 'completed' || result.value === undefined) return undefined;
  const { value: sent, credential } = result;
  const existing = decision?.existing;
  const lookUp = async (): Promise<Outcome> => {
    const outcome =
      sent.answer.kind === 'unclear'
        ? await lookUpOutcome(services, submission, sent, existing, sent.answer.failure, credential)
        : sent.answer;
    await services.history.put(withOutcome(sent.record, outcome));
    return outcome;
  };
  return { submission, action: sent.action, outcome: await lookUp(), lookUp };
}
