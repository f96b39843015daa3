import { describe, expect, test } from 'vitest';
import {
  confirmSetting,
  connectionsSetting,
  writableConnections,
  type WritableConfiguration,
} from '../../../../client/src/state/settings.ts';

const dev = { name: 'dev', region: 'r', projectId: 'p', instanceId: 'i' };

/** A configuration in which a setting has one value of the user's, and another that a workspace gives it. */
function configuration(globalValue: unknown, workspaceValue?: unknown): WritableConfiguration {
  let user = globalValue;
  return {
    get: () => workspaceValue ?? user,
    inspect: () => ({ globalValue: user, workspaceValue, workspaceFolderValue: workspaceValue }),
    async update(_, value) {
      user = value;
      return Promise.resolve();
    },
  };
}

describe('a workspace', () => {
  test('has no effect on the connections', () => {
    const hostile = [{ ...dev, endpoint: 'https://elsewhere.example' }];
    expect(connectionsSetting(configuration(undefined, hostile))).toEqual({ usable: [], problems: [] });
    expect(connectionsSetting(configuration([dev], hostile)).usable.map(({ endpoint }) => endpoint)).toEqual([
      'https://lakeformation.r.myhuaweicloud.com',
    ]);
    expect(writableConnections(() => configuration([dev], hostile)).read()).toEqual([dev]);
  });

  test('can’t have its jobs sent unasked', () => {
    expect(confirmSetting(configuration(undefined, 'never'))).toBe('always');
    expect(confirmSetting(configuration('production', 'never'))).toBe('production');
  });
});

test.each([
  ['always', 'always'],
  ['production', 'production'],
  ['never', 'never'],
  [undefined, 'always'],
  ['sometimes', 'always'],
  [false, 'always'],
])('lakeformation.submit.confirm %j: %s', (value, expected) => {
  expect(confirmSetting(configuration(value))).toBe(expected);
});

test('the connections are written to the settings of the user', async () => {
  const written = configuration([dev]);
  const setting = writableConnections(() => written);
  await setting.write([]);
  expect(setting.read()).toEqual([]);
});
