import { describe, expect, test } from 'vitest';
import { completed, scheduleOf, type Schedule } from '../../../../language/src/schedule/schedule.ts';

const job = (properties: object): object => ({ parameter: { metadata_discovery_parameter: properties } });

function scheduleWith(properties: object): Schedule | undefined {
  return scheduleOf(job({ execute_strategy: 'SCHEDULE', execute_frequency: 'MONTHLY', ...properties }));
}

describe('a day, an hour and a minute', () => {
  const none = [undefined, undefined, undefined];
  const wrong = [NaN, NaN, NaN];

  test.each([
    ['as texts', { execute_day: '30', execute_hour: '2', execute_minute: '15' }, [30, 2, 15]],
    ['as numbers', { execute_day: 30, execute_hour: 2, execute_minute: 15 }, [30, 2, 15]],
    ['with leading zeros', { execute_day: '01', execute_hour: '00', execute_minute: '05' }, [1, 0, 5]],
    ['at the lower end', { execute_day: 1, execute_hour: 0, execute_minute: 0 }, [1, 0, 0]],
    ['at the upper end', { execute_day: '31', execute_hour: '23', execute_minute: '59' }, [31, 23, 59]],
    ['that do not count', { execute_day: '*', execute_hour: '*', execute_minute: '*' }, none],
    ['left out', {}, none],
    ['below it', { execute_day: 0, execute_hour: -1, execute_minute: '-1' }, wrong],
    ['above it', { execute_day: 32, execute_hour: '24', execute_minute: 60 }, wrong],
    ['as fractions', { execute_day: 1.5, execute_hour: '2.5', execute_minute: NaN }, wrong],
    ['as other texts', { execute_day: '', execute_hour: ' 2', execute_minute: '015' }, wrong],
    ['in other digits', { execute_day: '３', execute_hour: '1e1', execute_minute: '0x5' }, wrong],
    ['of other types', { execute_day: null, execute_hour: true, execute_minute: [5] }, wrong],
    ['as references', { execute_day: '${env:DAY}', execute_hour: '2', execute_minute: '5' }, [NaN, 2, 5]],
  ])('%s', (_, properties, [day, hour, minute]) => {
    expect(scheduleWith(properties)).toEqual({ frequency: 'MONTHLY', day, hour, minute });
  });

  test.each([
    ['MONTHLY', 31],
    ['WEEKLY', 7],
  ])('of a %s schedule: the last one is %i', (frequency, last) => {
    expect(scheduleWith({ execute_frequency: frequency, execute_day: last })?.day).toBe(last);
    expect(scheduleWith({ execute_frequency: frequency, execute_day: last + 1 })?.day).toBeNaN();
  });
});

describe('there is no schedule', () => {
  test.each([
    ['for a job that is started by hand', job({ execute_strategy: 'MANNUAL', execute_frequency: 'DAILY' })],
    ['without a strategy, which then is MANNUAL', job({ execute_frequency: 'DAILY' })],
    ['with a misspelt strategy', job({ execute_strategy: 'schedule', execute_frequency: 'DAILY' })],
    ['without a frequency', job({ execute_strategy: 'SCHEDULE' })],
    ['with a misspelt frequency', job({ execute_strategy: 'SCHEDULE', execute_frequency: 'MONLY' })],
    ['with a referenced frequency', job({ execute_strategy: 'SCHEDULE', execute_frequency: '${env:OFTEN}' })],
    ['in another block', { parameter: { metadata_migration_parameter: { execute_strategy: 'SCHEDULE' } } }],
    ['in what is no job', ['SCHEDULE']],
    ['in nothing', undefined],
  ])('%s', (_, root) => {
    expect(scheduleOf(root)).toBeUndefined();
  });
});

describe('a schedule has all that it needs', () => {
  const all: Schedule = { frequency: 'MONTHLY', day: 3, hour: 2, minute: 15 };

  test.each([
    [all, all],
    [
      { ...all, frequency: 'WEEKLY' },
      { ...all, frequency: 'WEEKLY' },
    ],
    [
      { ...all, frequency: 'DAILY', day: undefined },
      { frequency: 'DAILY', hour: 2, minute: 15 },
    ],
    [
      { frequency: 'HOURLY', day: undefined, hour: undefined, minute: 0 },
      { frequency: 'HOURLY', minute: 0 },
    ],
  ] satisfies [Schedule, object][])('%j', (schedule, complete) => {
    expect(completed(schedule)).toEqual(complete);
  });
});

describe('a schedule doesn’t have all that it needs, or has more', () => {
  test.each([
    { frequency: 'MONTHLY', day: undefined, hour: 2, minute: 15 },
    { frequency: 'WEEKLY', day: undefined, hour: 2, minute: 15 },
    { frequency: 'WEEKLY', day: 3, hour: undefined, minute: 15 },
    { frequency: 'DAILY', day: undefined, hour: undefined, minute: 15 },
    { frequency: 'DAILY', day: undefined, hour: 2, minute: undefined },
    { frequency: 'DAILY', day: 3, hour: 2, minute: 15 },
    { frequency: 'HOURLY', day: undefined, hour: undefined, minute: undefined },
    { frequency: 'HOURLY', day: 3, hour: undefined, minute: 15 },
    { frequency: 'HOURLY', day: undefined, hour: 2, minute: 15 },
    { frequency: 'MONTHLY', day: NaN, hour: 2, minute: 15 },
    { frequency: 'DAILY', day: NaN, hour: 2, minute: 15 },
    { frequency: 'HOURLY', day: undefined, hour: undefined, minute: NaN },
  ] satisfies Schedule[])('%j', (schedule) => {
    expect(completed(schedule)).toBeUndefined();
  });
});
