import { describe, expect, test } from 'vitest';
import { readListedJob, readRun } from '../../../../client/src/api/run.ts';

const plain = { redact: (text: string) => text };
const masking = { redact: (text: string) => text.replaceAll('hunter2', '••••••') };

describe('a listed job', () => {
  // ListJobsByInstance, 2025: status in an object, as its example prints it.
  test('is read with its last run', () => {
    expect(
      readListedJob(
        {
          id: '03141229',
          name: 'job',
          type: 'METADATA_DISCOVERY',
          create_time: '2023-05-27T10:04:35.743Z',
          start_time: '2023-05-27T10:05:00.000Z',
          end_time: '2023-05-27T10:06:00.000Z',
          status: { status: 'SUCCESS' },
          execute_time: 60,
          log_simple_info: '3 tables',
        },
        plain,
      ),
    ).toEqual({
      id: '03141229',
      name: 'job',
      type: 'METADATA_DISCOVERY',
      createdAt: Date.parse('2023-05-27T10:04:35.743Z'),
      startedAt: Date.parse('2023-05-27T10:05:00Z'),
      endedAt: Date.parse('2023-05-27T10:06:00Z'),
      duration: 60_000,
      status: 'SUCCESS',
      summary: '3 tables',
    });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'job'],
    ['no ID', { name: 'job' }],
    ['an ID that is no segment of a path', { id: '..' }],
    ['an ID with a secret in it', { id: 'hunter2' }],
  ])('isn’t read from %s', (_, value) => {
    expect(readListedJob(value, masking)).toBeUndefined();
  });

  test('shows no secret in its texts', () => {
    const job = readListedJob(
      { id: '1', name: 'hunter2', type: 'hunter2', status: 'hunter2', log_simple_info: 'hunter2' },
      masking,
    );
    expect(JSON.stringify(job)).not.toContain('hunter2');
  });
});

describe('a run', () => {
  test.each<[string, object, object]>([
    ['has the status as a text, too', { status: 'RUNNING' }, { status: 'RUNNING' }],
    ['has numbers as times', { start_time: 1_712_345_678_901 }, { startedAt: 1_712_345_678_901 }],
    [
      'has no time that makes no sense',
      { start_time: 'yesterday', end_time: -1 },
      { startedAt: undefined, endedAt: undefined },
    ],
    ['takes what is between its times', { start_time: 1_000, end_time: 3_500 }, { duration: 2_500 }],
    ['never takes less than nothing', { start_time: 3_500, end_time: 1_000 }, { duration: 0 }],
    ['has a duration that is no text', { execute_time: '60' }, { duration: undefined }],
    [
      'has a summary of 500 characters at most',
      { log_simple_info: 'x'.repeat(10_000) },
      { summary: `${'x'.repeat(499)}…` },
    ],
  ])('%s', (_, value, expected) => {
    expect(readRun(value, plain)).toMatchObject(expected);
  });
});
