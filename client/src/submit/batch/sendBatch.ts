import * as l10n from '@vscode/l10n';
import type { SignInServices } from '../../auth/signInServices.ts';
import { withCredential } from '../../auth/withCredential.ts';
import { NotReadyError } from '../../failures/notReadyError.ts';
import { withinProgress, type ProgressPrompts } from '../../prompts/withinProgress.ts';
import type { Services } from '../../services.ts';
import { jobOf, linkJob } from '../linkJob.ts';
import { outcomeOf } from '../lookUp.ts';
import { send } from '../send.ts';
import { isSameSituation, readSituation } from '../review/situation.ts';
import type { Action, Outcome } from '../submission.ts';
import type { Planned } from './entry.ts';

/** The outcome of a document. */
export type Result = { readonly entry: Planned } & (
  | { readonly action: Action; readonly outcome: Outcome }
  /** Nothing was sent: why, as sentences, and whether the others aren't sent either. */
  | { readonly reason: string; readonly isLast: boolean }
);

/** The services that sending uses. */
export type SendServices = SignInServices &
  Pick<Services, 'agreedDestinations' | 'history' | 'jobLinks' | 'jobsApi' | 'now' | 'prompts'>;

/**
 * Sends the jobs of documents one after the other, each once. Stops where an outcome isn't clear or the service can't be
 * reached, and when the user cancels; what is under way is finished then.
 */
export async function sendBatch(services: SendServices, entries: readonly Planned[]): Promise<readonly Result[]> {
  const title = l10n.t('Submitting jobs ({0})…', entries.length);
  return services.prompts.progress(title, async (signal, report) => {
    const progress = withinProgress(new AbortController().signal, report);
    const results: Result[] = [];
    let stopped: string | undefined;
    for (const entry of entries) {
      if (signal.aborted) stopped ??= l10n.t('Not submitted: you canceled.');
      const result = stopped === undefined ? await sendEntry(services, progress, entry) : notSent(entry, stopped);
      results.push(result);
      if (isLast(result)) stopped ??= l10n.t('Not submitted: stopped after "{0}".', entry.submission.job.name);
    }
    return results;
  });
}

/** Whether going on could make it worse. */
function isLast(result: Result): boolean {
  if ('reason' in result) return result.isLast;
  const { outcome } = result;
  return (
    outcome.kind !== 'accepted' &&
    outcome.kind !== 'found' &&
    !(outcome.kind === 'refused' && outcome.failure.kind === 'rejected')
  );
}

async function sendEntry(services: SendServices, progress: ProgressPrompts, entry: Planned): Promise<Result> {
  const { submission, plan, situation, destinations } = entry;
  const { connection, job, attempt } = submission;
  const action: Action = plan.kind === 'create' ? { kind: 'create' } : { kind: 'update', job: plan.job };
  const { history, jobLinks, now } = services;
  const within = { history, jobLinks, now, prompts: progress };
  try {
    const result = await withCredential(services, connection, async (credential) => {
      const api = services.jobsApi(connection, credential, job.secrets);
      const current = await readSituation(within, submission, api);
      if (attempt.isOvertaken() || !isSameSituation(situation, current)) return undefined;
      await services.agreedDestinations.agree(connection, destinations);
      const sent = await send(within, submission, { action, ...current }, api);
      return sent && { sent, existing: current.existing };
    });
    if (result.kind === 'signedOut') return notSent(entry, l10n.t('Not submitted: you aren’t signed in.'), true);
    if (result.kind === 'failed') return { entry, action, outcome: { kind: 'refused', failure: result.failure } };
    if (result.value === undefined)
      return notSent(
        entry,
        l10n.t('Not submitted: the job or its document was submitted again after this submission started.'),
      );
    const { sent, existing } = result.value;
    const outcome = await outcomeOf(services, submission, sent, existing, result.credential);
    await linkJob(services, submission, jobOf(outcome));
    return { entry, action, outcome };
  } catch (error) {
    if (error instanceof NotReadyError) return notSent(entry, error.message);
    throw error;
  }
}

function notSent(entry: Planned, reason: string, isLast = false): Result {
  return { entry, reason, isLast };
}
