import * as l10n from '@vscode/l10n';
import { childValue } from '../../../../language/src/documents/value.ts';
import { nextRuns } from '../../../../language/src/schedule/runs.ts';
import { completed, scheduleOf, type CompleteSchedule } from '../../../../language/src/schedule/schedule.ts';
import { scheduleInWords } from '../../../../language/src/schedule/words.ts';
import type { Json } from '../../../../language/src/schema/jsonSchema.ts';

/**
 * Returns the schedule of a job that runs by itself; `undefined` for one that has to be started, or with an incomplete
 * schedule. Only a discovery can have one (CreateJobByInstance).
 */
export function jobSchedule(job: Json): CompleteSchedule | undefined {
  const schedule = childValue(job, 'type') === 'METADATA_DISCOVERY' ? scheduleOf(job) : undefined;
  return schedule && completed(schedule);
}

/**
 * Returns a sentence about whether a job runs by itself. The API reference doesn't specify a time zone, or which
 * weekday is 1.
 */
export function runSentence(job: Json, now: Date): string {
  const times = runTimes(job, now);
  if (times === undefined) return l10n.t('It runs when you start it.');
  return times.next === undefined
    ? l10n.t('It runs {0}.', times.schedule)
    : l10n.t('Next run: {0}, if the service uses your time zone.', times.next);
}

/** When a job runs by itself. */
export interface RunTimes {
  readonly schedule: string;
  /** The next time by the clock of this computer; `undefined` where it isn't known on which day. */
  readonly next: string | undefined;
}

/** Returns when a job runs by itself, in words; `undefined` of one that has to be started. */
export function runTimes(job: Json, now: Date): RunTimes | undefined {
  const schedule = jobSchedule(job);
  if (schedule === undefined) return undefined;
  const [next] = schedule.frequency === 'WEEKLY' ? [] : nextRuns(schedule, now, 1, 'Monday');
  return { schedule: scheduleInWords(schedule), next };
}
