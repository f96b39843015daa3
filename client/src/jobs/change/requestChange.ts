import type { JobRunsApi } from '../../api/jobRuns.ts';
import type { ListedJob } from '../../api/run.ts';
import { withCredential } from '../../auth/withCredential.ts';
import { failureReport } from '../../failures/failureReport.ts';
import { quoted } from '../../failures/quoted.ts';
import { joinSentences } from '../../../../language/src/joining.ts';
import * as l10n from '@vscode/l10n';
import { readWithProgress } from '../../prompts/readWithProgress.ts';
import type { JobReference } from '../../watch/jobReference.ts';
import { changeJob, lookUpChange, type ChangeOutcome } from './changeJob.ts';
import type { ChangeRequest, ChangeServices } from './changeRequest.ts';

/** As much of a name is shown, in characters. */
const longestName = 50;

interface Sent {
  readonly outcome: ChangeOutcome;
  readonly before: ListedJob;
}

/**
 * Reads a job, decides in view of it, sends the request once, looks up an outcome that isn't clear, and reports it.
 * @returns the job before a request that was done; `undefined` where it wasn't
 */
export async function requestChange(
  services: ChangeServices,
  reference: JobReference,
  request: ChangeRequest,
): Promise<ListedJob | undefined> {
  const { connection, id, name } = reference;
  let isDecided = false;
  const result = await withCredential(
    services,
    connection,
    async (credential): Promise<Sent | undefined> => {
      const api = services.jobRunsApi(connection, credential);
      const title = l10n.t('Reading job "{0}"…', name);
      const shown = await readWithProgress(services.prompts, title, async (retry) => api.shown(id, retry));
      // Where the credential is refused only now, the question isn't asked again.
      isDecided ||= await request.decide(services, reference, shown);
      if (!isDecided) return undefined;
      return { outcome: await changeJob(services.prompts, api, reference, shown.job, request), before: shown.job };
    },
    { consequence: () => request.sentences.refused(quoted(name, longestName)) },
  );
  if (result.kind === 'failed' && result.failure.kind !== 'canceled') {
    await report(services, reference, request, { kind: 'refused', failure: result.failure });
  }
  if (result.kind !== 'completed' || result.value === undefined) return undefined;
  void services.jobWatch.refresh(connection);
  const { value: sent, credential } = result;
  const outcome = await reportUntilClear(
    services,
    reference,
    request,
    sent,
    services.jobRunsApi(connection, credential),
  );
  return outcome.kind === 'accepted' || outcome.kind === 'found' ? sent.before : undefined;
}

/** Reports an outcome, and looks it up again for as long as the user wants that. */
async function reportUntilClear(
  services: ChangeServices,
  reference: JobReference,
  request: ChangeRequest,
  { outcome: first, before }: Sent,
  api: JobRunsApi,
): Promise<ChangeOutcome> {
  let outcome = first;
  for (;;) {
    const wantsMore = await report(services, reference, request, outcome);
    if (!wantsMore || !('failure' in outcome)) return outcome;
    outcome = await lookUpChange(services.prompts, api, reference, before, request, outcome.failure);
  }
}

/** @returns whether the user wants the outcome to be looked up again */
async function report(
  { prompts }: ChangeServices,
  { connection, name }: JobReference,
  { action, sentences }: ChangeRequest,
  outcome: ChangeOutcome,
): Promise<boolean> {
  const shownName = quoted(name, longestName);
  if (outcome.kind === 'accepted') {
    prompts.status(sentences.accepted(shownName));
    return false;
  }
  const { reason, advice, details } = failureReport(outcome.failure, connection, { action });
  const [checkAgain, showDetails] = [l10n.t('Check Again'), l10n.t('Show Details')];
  const message = joinSentences(reason, sentences[outcome.kind](shownName), outcome.kind === 'found' ? '' : advice);
  const isClear = outcome.kind === 'refused' || outcome.kind === 'found';
  const level = outcome.kind === 'refused' ? 'error' : 'warn';
  const pressed = await prompts[level](message, ...(isClear ? [] : [checkAgain]), showDetails);
  if (pressed !== showDetails) return pressed === checkAgain;
  const copy = l10n.t('Copy Details');
  const actions = isClear ? [copy] : [checkAgain, copy];
  const chosen = await prompts.choose({ message, detail: details, actions, isWarning: true });
  if (chosen === copy) await prompts.copy(details);
  return chosen === checkAgain;
}
