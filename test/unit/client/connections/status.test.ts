import { describe, expect, test } from 'vitest';
import { readConnections } from '../../../../client/src/connections/connection.ts';
import { statusOf } from '../../../../client/src/connections/status.ts';

const entry = { name: 'dev', region: 'cn-north-4', projectId: 'p', instanceId: 'i' };
const [dev] = readConnections([entry]).usable;
const [prod] = readConnections([{ ...entry, name: 'prod', production: true }]).usable;

describe('the status bar', () => {
  const where = 'https://lakeformation.cn-north-4.myhuaweicloud.com\nProject: p\nInstance: i';

  test.each([
    [
      'no connection',
      undefined,
      undefined,
      {
        text: '$(cloud) No connection',
        tooltip: 'No LakeFormation connection is chosen for this job.',
        label: 'LakeFormation: No connection',
        isWarning: false,
      },
    ],
    [
      'not signed in',
      dev,
      undefined,
      {
        text: '$(cloud) dev · not signed in',
        tooltip: `Jobs go to connection dev\n${where}\nNot signed in: submitting asks for it.`,
        label: 'LakeFormation, dev, not signed in',
        isWarning: false,
      },
    ],
    [
      'a token without a known end',
      dev,
      {},
      {
        text: '$(cloud) dev',
        tooltip: `Jobs go to connection dev\n${where}\nSigned in.`,
        label: 'LakeFormation, dev',
        isWarning: false,
      },
    ],
    [
      'production, and the time left',
      prod,
      { timeLeft: '2 h left' },
      {
        text: '$(cloud) prod · 2 h left',
        tooltip: `Jobs go to the production connection prod\n${where}\nSigned in. 2 h left`,
        label: 'LakeFormation, prod, 2 h left, production',
        isWarning: true,
      },
    ],
  ])('%s', (_, connection, signIn, expected) => {
    expect(statusOf(connection, signIn)).toEqual(expected);
  });
});
