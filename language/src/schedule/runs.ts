import type { CompleteSchedule } from './schedule.ts';

/** Which weekday is 1, which the API reference leaves open. */
export type FirstWeekday = 'Monday' | 'Sunday';

/**
 * The next runs after a time, as `2026-11-30 02:15`. All times are by the clock of `now`'s own time zone, since the API reference
 * names none.
 */
export function nextRuns(schedule: CompleteSchedule, now: Date, count: number, first: FirstWeekday): string[] {
  const runs: string[] = [];
  // The longest gap is two months for a day of the month, eight years for the 29th of February, which has other months too.
  for (let day = 0; runs.length < count && day < 400; day++) {
    const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + day);
    if (!isOn(schedule, date, first)) continue;
    for (const time of timesOn(schedule, date)) {
      if (time > now && runs.length < count) runs.push(written(time));
    }
  }
  return runs;
}

function isOn(schedule: CompleteSchedule, date: Date, first: FirstWeekday): boolean {
  switch (schedule.frequency) {
    case 'HOURLY':
    case 'DAILY':
      return true;
    case 'MONTHLY':
      return date.getDate() === schedule.day;
    case 'WEEKLY':
      // JavaScript's Sunday is 0.
      return date.getDay() === (first === 'Monday' ? schedule.day % 7 : schedule.day - 1);
  }
}

function timesOn(schedule: CompleteSchedule, date: Date): Date[] {
  const hours = schedule.frequency === 'HOURLY' ? Array.from({ length: 24 }, (_, hour) => hour) : [schedule.hour];
  const times = hours.map(
    (hour) => new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour, schedule.minute),
  );
  // An hour that summer time leaves out isn't a time.
  return times.filter((time, index) => time.getHours() === hours[index]);
}

function written(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
