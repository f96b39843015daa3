import type { Frequency } from './schedule.ts';

/** Times to type over that are legal for a frequency, by the name of the property. */
export function timesFor(frequency: Frequency | undefined): Readonly<Record<string, string>> {
  const hasDay = frequency === 'MONTHLY' || frequency === 'WEEKLY';
  return {
    execute_day: hasDay ? '1' : '*',
    execute_hour: frequency === 'HOURLY' ? '*' : '2',
    execute_minute: '15',
  };
}
