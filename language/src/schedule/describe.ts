import * as l10n from '@vscode/l10n';
import type { Json } from '../schema/jsonSchema.ts';
import { nextRuns } from './runs.ts';
import { completed, scheduleOf, type CompleteSchedule } from './schedule.ts';
import { scheduleInWords } from './words.ts';
import { joinNames } from '../joining.ts';

const count = 3;

/** A job's schedule in Markdown: in words and the next runs after `now`; `undefined` where it doesn't run by itself. */
export function describeSchedule(root: Json, now: Date): string | undefined {
  const schedule = scheduleOf(root);
  const complete = schedule && completed(schedule);
  if (complete === undefined) return undefined;
  return [
    l10n.t('Runs **{0}**.', scheduleInWords(complete)),
    ...runs(complete, now),
    l10n.t('Local time. The API reference doesn’t specify a time zone.'),
  ].join('  \n');
}

/** For a day of the week both readings, since the API reference leaves open which weekday is 1. */
function runs(schedule: CompleteSchedule, now: Date): string[] {
  const next = (first: 'Monday' | 'Sunday'): string =>
    joinNames(nextRuns(schedule, now, count, first).map((run) => `\`${run}\``));
  return schedule.frequency === 'WEEKLY'
    ? [l10n.t('Next, if 1 is Monday: {0}', next('Monday')), l10n.t('Next, if 1 is Sunday: {0}', next('Sunday'))]
    : [l10n.t('Next: {0}', next('Monday'))];
}
