import * as l10n from '@vscode/l10n';
import type { ListedJob } from '../api/run.ts';
import { quoted } from '../failures/quoted.ts';
import type { RunTimes } from '../submit/report/runSentence.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { clockTime, durationInWords } from './durations.ts';
import { statusLabel, statusSymbol } from '../watch/status.ts';
import type { FoundJob } from '../watch/readJobs.ts';

/**
 * Returns the state of a job for a line above its document, such as `● Running for 3 min` or `✓ Succeeded 14:02, took 6 min`.
 * @param runs when it runs by itself; `undefined` of a job that has to be started
 * @param now in milliseconds since 1970
 */
export function stateLabel(job: FoundJob, runs: RunTimes | undefined, now: number): string {
  if (job === 'gone') return `○ ${l10n.t('Deleted')}`;
  const label = !hasRun(job) && runs ? runsInWords(runs) : stateInWords(job, now);
  return `${statusSymbol(job.status)} ${label}`;
}

/** Whether a job has been run, or deleted. */
export function hasRun(job: FoundJob): boolean {
  return job === 'gone' || job.startedAt !== undefined || job.status !== 'CREATED';
}

/** Returns what a state is about: the job, its ID, and the value of its status. */
export function stateTooltip({ name, id, connection }: JobReference, job: FoundJob): string {
  const status = job === 'gone' ? undefined : job.status;
  const [shownName, shownStatus] = [quoted(name, longestName), status && quoted(status, longestName)];
  return [
    l10n.t('Job "{0}" in connection "{1}"', shownName, connection.name),
    l10n.t('ID: {0}', id),
    ...(shownStatus === undefined ? [] : [l10n.t('Status: {0}', shownStatus)]),
  ].join('\n');
}

/** As much of a name is shown, in characters. */
const longestName = 100;

function runsInWords({ schedule, next }: RunTimes): string {
  return next === undefined ? l10n.t('Runs {0}', schedule) : l10n.t('Next run: {0}', next);
}

/** Returns the state of a job in words, such as `Running for 3 min`. */
export function stateInWords(job: ListedJob, now: number): string {
  const { status, startedAt, endedAt, duration } = job;
  const label = statusLabel(status);
  if (!hasRun(job)) return l10n.t('Created, hasn’t run yet');
  if (status === 'CREATED') return label;
  if (status === 'SUBMITTED') return label;
  if (status === 'RUNNING') {
    return startedAt === undefined ? label : l10n.t('Running for {0}', durationInWords(now - startedAt));
  }
  if (endedAt === undefined) return label;
  const ended = `${label} ${clockTime(endedAt, now)}`;
  return duration === undefined ? ended : l10n.t('{0}, took {1}', ended, durationInWords(duration));
}
