import * as l10n from '@vscode/l10n';
import { joinSentences } from '../../../language/src/joining.ts';
import type { ListedJob } from '../api/run.ts';
import { quoted } from '../failures/quoted.ts';
import { redaction } from '../redaction/redaction.ts';
import type { Services } from '../services.ts';
import { durationInterval, durationInWords } from './durations.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { isFinished, isSuccess, statusLabel } from '../watch/status.ts';
import type { FoundJob } from '../watch/readJobs.ts';
import { jobSecrets, type JobSecretsServices } from './jobSecrets.ts';

/** The services that following a run uses. */
export type FollowServices = JobSecretsServices &
  Pick<Services, 'jobWatch' | 'now' | 'prompts' | 'schedule' | 'showLog'>;

/** As much of a name and of the service's summary is shown, in characters. */
const longestName = 50;
const longestSummary = 200;

/**
 * Follows the run of a job that the user started: shows progress, and one message when the run has ended. Canceling the progress
 * ends that, and not the job.
 * @returns how the job ended; `undefined` when the user cancels
 */
export async function followRun(services: FollowServices, job: JobReference): Promise<FoundJob | undefined> {
  const { prompts } = services;
  const name = quoted(job.name, longestName);
  const ended = await prompts.progress(l10n.t('Running "{0}"', name), async (signal, report) =>
    untilFinished(services, job, signal, report),
  );
  if (ended === undefined) prompts.status(l10n.t('"{0}" keeps running.', name));
  else await reportEnd(services, job, ended);
  return ended;
}

/** @returns how the job ended; `undefined` when the signal aborts */
async function untilFinished(
  { jobWatch, now, schedule }: FollowServices,
  reference: JobReference,
  signal: AbortSignal,
  report: (message: string) => void,
): Promise<FoundJob | undefined> {
  return new Promise((resolve) => {
    let cancelTimer = (): void => undefined;
    const end = (job: FoundJob | undefined): void => {
      cancelTimer();
      subscription.dispose();
      signal.removeEventListener('abort', cancel);
      resolve(job);
    };
    const cancel = (): void => end(undefined);
    const show = (): void => {
      const { job } = jobWatch.known(reference);
      if (job === 'gone' || (job !== undefined && isFinished(job.status) && !jobWatch.expectsRun(reference))) end(job);
      else if (job !== undefined) report(progressText(job, now()));
    };
    const showAgain = (): void => {
      // It may end the wait, and then cancels the timer.
      cancelTimer = schedule(durationInterval, showAgain);
      show();
    };
    const subscription = jobWatch.watch(reference, show);
    signal.addEventListener('abort', cancel);
    showAgain();
  });
}

function progressText({ status, startedAt }: ListedJob, now: number): string {
  return status === 'RUNNING' && startedAt !== undefined ? durationInWords(now - startedAt) : statusLabel(status);
}

async function reportEnd(services: FollowServices, job: JobReference, ended: FoundJob): Promise<void> {
  const { prompts, showLog } = services;
  const name = quoted(job.name, longestName);
  if (ended === 'gone') {
    await prompts.warn(l10n.t('"{0}" was deleted.', name));
    return;
  }
  const log = l10n.t('Show Log');
  const level =
    ended.status === 'SUCCESS' || ended.status === 'STOPPED' ? 'info' : isSuccess(ended.status) ? 'warn' : 'error';
  const redact = redaction(await jobSecrets(services, job));
  if ((await prompts[level](endSentence(name, ended, redact), log)) === log) await showLog(job);
}

/** Returns the message about the end of a run, such as `"x" failed after 6 min. No route to the source.` */
function endSentence(name: string, { status, duration, summary }: ListedJob, redact: (text: string) => string): string {
  const time = duration === undefined ? undefined : durationInWords(duration);
  const text = quoted(redact(withoutStatus(summary ?? '', status)), longestSummary);
  return joinSentences(sentenceOf(name, status, time), text === '' ? '' : l10n.t('{0}.', text));
}

/** Returns a summary without the status that it may begin with, such as `FAILED: no route to the source`. */
function withoutStatus(summary: string, status: string | undefined): string {
  if (status === undefined || !summary.startsWith(status)) return summary;
  return summary.slice(status.length).replace(/^[:：\s]+/, '');
}

function sentenceOf(name: string, status: string | undefined, time: string | undefined): string {
  switch (status) {
    case 'SUCCESS':
      return time === undefined ? l10n.t('"{0}" succeeded.', name) : l10n.t('"{0}" succeeded after {1}.', name, time);
    case 'PARTIAL_SUCCESS':
      return time === undefined
        ? l10n.t('"{0}" partly succeeded.', name)
        : l10n.t('"{0}" partly succeeded after {1}.', name, time);
    case 'FAILED':
      return time === undefined ? l10n.t('"{0}" failed.', name) : l10n.t('"{0}" failed after {1}.', name, time);
    case 'STOPPED':
      return time === undefined
        ? l10n.t('"{0}" was stopped.', name)
        : l10n.t('"{0}" was stopped after {1}.', name, time);
    default:
      return l10n.t('"{0}" ended with status {1}.', name, statusLabel(status));
  }
}
