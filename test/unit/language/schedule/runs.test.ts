import { afterEach, describe, expect, test, vi } from 'vitest';
import { nextRuns, type FirstWeekday } from '../../../../language/src/schedule/runs.ts';
import type { CompleteSchedule } from '../../../../language/src/schedule/schedule.ts';

/** The next three runs after a time such as `2026-11-24 12:00`. */
function after(now: string, schedule: CompleteSchedule, first: FirstWeekday = 'Monday'): string[] {
  return nextRuns(schedule, new Date(now.replace(' ', 'T')), 3, first);
}

const monthly = (day: number): CompleteSchedule => ({ frequency: 'MONTHLY', day, hour: 2, minute: 15 });
const weekly = (day: number): CompleteSchedule => ({ frequency: 'WEEKLY', day, hour: 2, minute: 15 });
const daily: CompleteSchedule = { frequency: 'DAILY', hour: 2, minute: 15 };

afterEach(() => vi.unstubAllEnvs());

describe('the next runs of an hourly schedule', () => {
  test.each([
    ['2026-11-24 12:00', ['2026-11-24 12:15', '2026-11-24 13:15', '2026-11-24 14:15']],
    ['2026-11-24 12:15', ['2026-11-24 13:15', '2026-11-24 14:15', '2026-11-24 15:15']],
    ['2026-11-24 12:16', ['2026-11-24 13:15', '2026-11-24 14:15', '2026-11-24 15:15']],
    ['2026-11-24 22:30', ['2026-11-24 23:15', '2026-11-25 00:15', '2026-11-25 01:15']],
    ['2026-12-31 23:30', ['2027-01-01 00:15', '2027-01-01 01:15', '2027-01-01 02:15']],
  ])('after %s', (now, runs) => {
    expect(after(now, { frequency: 'HOURLY', minute: 15 })).toEqual(runs);
  });

  test('leave the hour out that summer time does', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(after('2026-03-29 00:30', { frequency: 'HOURLY', minute: 15 })).toEqual([
      '2026-03-29 01:15',
      '2026-03-29 03:15',
      '2026-03-29 04:15',
    ]);
  });
});

describe('the next runs of a daily schedule', () => {
  test.each([
    ['later today', '2026-11-24 02:14', ['2026-11-24 02:15', '2026-11-25 02:15', '2026-11-26 02:15']],
    ['now, which is over', '2026-11-24 02:15', ['2026-11-25 02:15', '2026-11-26 02:15', '2026-11-27 02:15']],
    ['a second ago', '2026-11-24 02:15:01', ['2026-11-25 02:15', '2026-11-26 02:15', '2026-11-27 02:15']],
    ['in a millisecond', '2026-11-24 02:14:59.999', ['2026-11-24 02:15', '2026-11-25 02:15', '2026-11-26 02:15']],
    ['tomorrow', '2026-11-24 12:00', ['2026-11-25 02:15', '2026-11-26 02:15', '2026-11-27 02:15']],
    ['next month', '2026-11-30 12:00', ['2026-12-01 02:15', '2026-12-02 02:15', '2026-12-03 02:15']],
    ['next year', '2026-12-31 12:00', ['2027-01-01 02:15', '2027-01-02 02:15', '2027-01-03 02:15']],
  ])('%s', (_, now, runs) => {
    expect(after(now, daily)).toEqual(runs);
  });

  test('are at the same time by the clock before and in summer time', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(after('2026-03-28 12:00', { frequency: 'DAILY', hour: 6, minute: 0 })).toEqual([
      '2026-03-29 06:00',
      '2026-03-30 06:00',
      '2026-03-31 06:00',
    ]);
  });
});

// The 24th of November 2026 is a Tuesday.
describe('the next runs of a weekly schedule', () => {
  test.each<[number, FirstWeekday, string[]]>([
    [1, 'Monday', ['2026-11-30 02:15', '2026-12-07 02:15', '2026-12-14 02:15']],
    [1, 'Sunday', ['2026-11-29 02:15', '2026-12-06 02:15', '2026-12-13 02:15']],
    [2, 'Monday', ['2026-12-01 02:15', '2026-12-08 02:15', '2026-12-15 02:15']],
    [3, 'Monday', ['2026-11-25 02:15', '2026-12-02 02:15', '2026-12-09 02:15']],
    [3, 'Sunday', ['2026-12-01 02:15', '2026-12-08 02:15', '2026-12-15 02:15']],
    [6, 'Monday', ['2026-11-28 02:15', '2026-12-05 02:15', '2026-12-12 02:15']],
    [7, 'Monday', ['2026-11-29 02:15', '2026-12-06 02:15', '2026-12-13 02:15']],
    [7, 'Sunday', ['2026-11-28 02:15', '2026-12-05 02:15', '2026-12-12 02:15']],
  ])('on day %i, if 1 is %s', (day, first, runs) => {
    expect(after('2026-11-24 12:00', weekly(day), first)).toEqual(runs);
  });

  test('begin today where the time is still to come', () => {
    expect(after('2026-11-24 02:00', weekly(2))[0]).toBe('2026-11-24 02:15');
  });
});

describe('the next runs of a monthly schedule', () => {
  test.each([
    ['day 1', 1, '2026-11-24 12:00', ['2026-12-01 02:15', '2027-01-01 02:15', '2027-02-01 02:15']],
    ['today', 24, '2026-11-24 02:00', ['2026-11-24 02:15', '2026-12-24 02:15', '2027-01-24 02:15']],
    ['today, which is over', 24, '2026-11-24 12:00', ['2026-12-24 02:15', '2027-01-24 02:15', '2027-02-24 02:15']],
    ['day 28 in February', 28, '2027-01-30 12:00', ['2027-02-28 02:15', '2027-03-28 02:15', '2027-04-28 02:15']],
    ['day 29 in no leap year', 29, '2027-01-30 12:00', ['2027-03-29 02:15', '2027-04-29 02:15', '2027-05-29 02:15']],
    ['day 29 in a leap year', 29, '2028-01-30 12:00', ['2028-02-29 02:15', '2028-03-29 02:15', '2028-04-29 02:15']],
    ['day 29 in the year 2100', 29, '2100-01-30 12:00', ['2100-03-29 02:15', '2100-04-29 02:15', '2100-05-29 02:15']],
    ['day 30', 30, '2027-01-30 12:00', ['2027-03-30 02:15', '2027-04-30 02:15', '2027-05-30 02:15']],
    ['day 31', 31, '2026-11-24 12:00', ['2026-12-31 02:15', '2027-01-31 02:15', '2027-03-31 02:15']],
    [
      'day 31 on the last of a month',
      31,
      '2027-07-31 02:15',
      ['2027-08-31 02:15', '2027-10-31 02:15', '2027-12-31 02:15'],
    ],
  ])('on %s', (_, day, now, runs) => {
    expect(after(now, monthly(day))).toEqual(runs);
  });
});

test.each([0, 1, 30])('as many as are asked for: %i', (count) => {
  const runs = nextRuns({ frequency: 'HOURLY', minute: 0 }, new Date(2026, 10, 24), count, 'Monday');
  expect(runs).toHaveLength(count);
  expect(new Set(runs).size).toBe(count);
});
