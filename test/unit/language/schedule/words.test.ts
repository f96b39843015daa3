import { describe, expect, test } from 'vitest';
import type { CompleteSchedule } from '../../../../language/src/schedule/schedule.ts';
import { monthsWithout, scheduleInWords } from '../../../../language/src/schedule/words.ts';

describe('a schedule in words', () => {
  test.each([
    [{ frequency: 'HOURLY', minute: 0 }, 'every hour at minute 0'],
    [{ frequency: 'HOURLY', minute: 59 }, 'every hour at minute 59'],
    [{ frequency: 'DAILY', hour: 0, minute: 0 }, 'every day at 00:00'],
    [{ frequency: 'DAILY', hour: 2, minute: 5 }, 'every day at 02:05'],
    [{ frequency: 'DAILY', hour: 23, minute: 59 }, 'every day at 23:59'],
    [{ frequency: 'WEEKLY', day: 1, hour: 2, minute: 15 }, 'every week on day 1 at 02:15'],
    [{ frequency: 'MONTHLY', day: 1, hour: 12, minute: 30 }, 'every month on day 1 at 12:30'],
    [{ frequency: 'MONTHLY', day: 28, hour: 2, minute: 15 }, 'every month on day 28 at 02:15'],
    [
      { frequency: 'MONTHLY', day: 29, hour: 2, minute: 15 },
      'every month on day 29 at 02:15; in February in leap years only',
    ],
    [{ frequency: 'MONTHLY', day: 30, hour: 2, minute: 15 }, 'every month on day 30 at 02:15; not in February'],
    [
      { frequency: 'MONTHLY', day: 31, hour: 2, minute: 15 },
      'every month on day 31 at 02:15; not in February, April, June, September, or November',
    ],
  ] satisfies [CompleteSchedule, string][])('%j', (schedule, words) => {
    expect(scheduleInWords(schedule)).toBe(words);
  });
});

test('all months have the days 1 to 28', () => {
  const days = Array.from({ length: 31 }, (_, index) => index + 1);
  expect(days.filter((day) => monthsWithout(day) !== undefined)).toEqual([29, 30, 31]);
});
