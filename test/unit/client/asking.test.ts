import { describe, expect, test } from 'vitest';
import { readConnections } from '../../../client/src/connections/connection.ts';
import { asksBefore, type ConfirmSetting } from '../../../client/src/submit/asking.ts';
import { confirmation } from '../../../client/src/submit/confirmation.ts';

test.each<[ConfirmSetting, boolean | undefined, boolean]>([
  ['always', undefined, true],
  ['always', true, true],
  ['production', undefined, false],
  ['production', false, false],
  ['production', true, true],
  ['never', undefined, false],
  ['never', true, false],
])('%s, production %s: asks %s', (setting, production, asks) => {
  expect(asksBefore(setting, production === undefined ? {} : { production })).toBe(asks);
});

describe('the confirmation', () => {
  const entry = { name: 'live', region: 'cn-north-4', projectId: 'p', instanceId: 'i' };
  const job = { name: 'job_1', type: 'METADATA_DISCOVERY', body: '{}', secrets: [], references: [] };
  const detail = [
    'Type: METADATA_DISCOVERY',
    'Connection: live (https://lakeformation.cn-north-4.myhuaweicloud.com)',
    'Project: p',
    'Instance: i',
  ].join('\n');

  test.each([
    ['a connection', {}, { message: 'Submit job "job_1" to live?', detail, action: 'Submit', isWarning: false }],
    [
      'a production connection',
      { production: true },
      {
        message: 'Submit job "job_1" to the production connection live?',
        detail,
        action: 'Submit to live',
        isWarning: true,
      },
    ],
  ])('of %s', (_, changes, expected) => {
    const [connection] = readConnections([{ ...entry, ...changes }]).usable;
    expect(connection && confirmation(job, connection, [])).toEqual(expected);
  });
});
