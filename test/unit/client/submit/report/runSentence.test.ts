import { expect, it } from 'vitest';
import { runSentence } from '../../../../../client/src/submit/report/runSentence.ts';

const now = new Date(2026, 10, 29, 12, 0);

function sentenceOf(schedule: object, type = 'METADATA_DISCOVERY'): string {
  const block = { execute_strategy: 'SCHEDULE', execute_hour: '2', execute_minute: '15', ...schedule };
  return runSentence({ type, parameter: { metadata_discovery_parameter: block } }, now);
}

it.each<[string, object, string]>([
  ['the next run', { execute_frequency: 'DAILY' }, 'Next run: 2026-11-30 02:15, if the service uses your time zone.'],
  [
    'no day for a weekly job, because which weekday is 1 isn’t known',
    { execute_frequency: 'WEEKLY', execute_day: '2' },
    'It runs every week on day 2 at 02:15.',
  ],
  ['that it has to be started', { execute_strategy: 'MANNUAL' }, 'It runs when you start it.'],
])('returns %s', (_, schedule, expected) => {
  expect(sentenceOf(schedule)).toBe(expected);
});

it('doesn’t read the schedule of a block that the type doesn’t select', () => {
  expect(sentenceOf({ execute_frequency: 'DAILY' }, 'METADATA_MIGRATION')).toBe('It runs when you start it.');
});
