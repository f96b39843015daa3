import * as l10n from '@vscode/l10n';
import { parse } from '../../../language/src/documents/parse.ts';
import { destinationsIn } from '../../../language/src/secrets/destinations.ts';
import { sha256 } from '../api/signing.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import { withCredential } from '../auth/withCredential.ts';
import type { OpenDocument } from '../editor/documents.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { checkDocument } from './check.ts';
import { decide } from './confirm.ts';
import type { Attempt } from '../state/submissionAttempts.ts';
import { HistoryError } from '../state/submissionHistory.ts';
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
    | 'agreedDestinations'
    | 'answers'
    | 'attempts'
    | 'confirmSetting'
    | 'connections'
    | 'countErrors'
    | 'fillIn'
    | 'history'
    | 'jobsApi'
    | 'showResponse'
  >;

/**
 * Submits the job of a document: checks it, fills in its references, confirms what to do, sends it once, looks up an
 * outcome that isn't clear, and reports it. A document is sent by one window at a time.
 */
export async function submitDocument(services: SubmitServices, document: OpenDocument): Promise<void> {
  const attempt = services.attempts.start(document.uri);
  let reported: Reported | undefined;
  try {
    reported = await checkAndSend(services, document, attempt);
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    void services.prompts.error(
      l10n.t(
        "Couldn't record the submission: {0}. Nothing was sent, because the record keeps a job from being created twice.",
        error.message,
      ),
    );
  }
  // The message stays until the user closes it.
  if (reported) await reportOutcome(services, reported);
}

/** @returns `undefined` when nothing was sent, after the user was told or canceled */
async function checkAndSend(
  services: SubmitServices,
  document: OpenDocument,
  attempt: Attempt,
): Promise<Reported | undefined> {
  const { uri, text } = document;
  services.answers.clear(uri);
  if (!(await checkDocument(services, document))) return undefined;
  const job = await resolveJob(services, document);
  if (job === undefined) return undefined;
  const connection = await services.connections.current(uri);
  if (connection === undefined) return undefined;
  const destinations = destinationsIn(parse(text, Infinity));
  return confirmAndSend(services, { job, uri, bodyHash: await sha256(text), connection, attempt, destinations });
}

/** @returns `undefined` when nothing was sent, after the user was told or canceled */
async function confirmAndSend(services: SubmitServices, submission: Submission): Promise<Reported | undefined> {
  const { job, connection } = submission;
  let decision: Decision | undefined;
  const consequence = (): string => (decision ? refusedSentence(decision.action.kind) : l10n.t('Nothing was sent.'));
  const result = await withCredential(
    services,
    connection,
    async (credential) => {
      const api = services.jobsApi(connection, credential, job.secrets);
      for (;;) {
        decision = await decide(services, submission, api, decision);
        const sent = decision && (await send(services, submission, decision, api));
        if (sent !== undefined || decision === undefined) return sent;
      }
    },
    { consequence },
  );
  if (result.kind === 'failed' && result.failure.kind !== 'cancelled') {
    void services.prompts.error(`${consequence()} ${failureSentence(result.failure, connection)}`);
  }
  if (result.kind !== 'completed' || result.value === undefined) return undefined;
  const { value: sent, credential } = result;
  const { answer } = sent;
  const existing = decision?.existing;
  const lookUp = async (): Promise<Outcome> => {
    if (answer.kind !== 'unclear') return answer;
    const outcome = await lookUpOutcome(services, submission, sent, existing, answer.failure, credential);
    await services.history.put(withOutcome(sent.record, outcome));
    return outcome;
  };
  return { submission, action: sent.action, outcome: await lookUp(), lookUp };
}
