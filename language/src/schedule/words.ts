import * as l10n from '@vscode/l10n';
import type { CompleteSchedule } from './schedule.ts';

/** A schedule in words: `every month on day 30 at 02:15; not in February`. */
export function scheduleInWords(schedule: CompleteSchedule): string {
  switch (schedule.frequency) {
    case 'HOURLY':
      return l10n.t('every hour at minute {0}', schedule.minute);
    case 'DAILY':
      return l10n.t('every day at {0}', timeOf(schedule));
    case 'WEEKLY':
      return l10n.t('every week on day {0} at {1}', schedule.day, timeOf(schedule));
    case 'MONTHLY': {
      const words = l10n.t('every month on day {0} at {1}', schedule.day, timeOf(schedule));
      const left = monthsWithout(schedule.day);
      return left === undefined ? words : l10n.t('{0}; {1}', words, left);
    }
  }
}

/** The months without this day, in words; `undefined` if all have it. */
export function monthsWithout(day: number): string | undefined {
  switch (day) {
    case 29:
      return l10n.t('in February in leap years only');
    case 30:
      return l10n.t('not in February');
    case 31:
      return l10n.t('not in February, April, June, September, or November');
    default:
      return undefined;
  }
}

function timeOf({ hour, minute }: { readonly hour: number; readonly minute: number }): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
