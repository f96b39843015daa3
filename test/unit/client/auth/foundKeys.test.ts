import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KooCliFile } from '../../../../client/src/auth/foundKeys.ts';
import { signIn } from '../../../../client/src/auth/signIn.ts';
import type { AccessKey } from '../../../service/accessKeys.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { line, type Answers } from '../../../support/prompts.ts';
import { environmentWith, openWindow, type SubmitWindow } from '../../../support/submitWindow.ts';

const ofEnvironment = '$(terminal) Access keys from the environment';
const ofKooCli = '$(file) Access keys from KooCLI';

let service: LocalService;
let key: AccessKey;

beforeEach(async () => {
  service = await startService();
  key = service.accessKeys.issue('temporary');
});

afterEach(async () => service.close());

interface World extends SubmitWindow {
  readonly reads: () => number;
}

/** A user who signs in, with keys in the environment or in KooCLI's file. */
async function signedIn(
  answers: Answers,
  { values = {}, file }: { readonly values?: Readonly<Record<string, string>>; readonly file?: string },
): Promise<World> {
  let reads = 0;
  const kooCliFile: KooCliFile = {
    path: '~/.hcloud/config.json',
    exists: async () => Promise.resolve(file !== undefined),
    read: async () => {
      reads += 1;
      return Promise.resolve(file ?? '');
    },
  };
  const window = openWindow(service, { answers, variables: environmentWith(values), kooCliFile });
  const [connection] = window.services.usableConnections();
  if (connection) await signIn(window.services, connection);
  return { ...window, reads: () => reads };
}

function environmentOf({ accessKey, secretKey, securityToken = '' }: AccessKey): Record<string, string> {
  return {
    HUAWEICLOUD_SDK_AK: accessKey,
    HUAWEICLOUD_SDK_SK: secretKey,
    HUAWEICLOUD_SDK_SECURITY_TOKEN: securityToken,
  };
}

function fileOf({ accessKey, secretKey, securityToken = '' }: AccessKey, more: object = {}): string {
  const profile = { name: 'default', region: 'cn-north-4', accessKeyId: accessKey, secretAccessKey: secretKey };
  return JSON.stringify({ current: 'default', profiles: [{ ...profile, securityToken }], ...more });
}

describe('access keys of the environment', () => {
  test('are used when the user selects them', async () => {
    const { prompts, secrets } = await signedIn({ picks: [ofEnvironment] }, { values: environmentOf(key) });
    expect(prompts.shown[0]).toBe(`pick: Sign in to dev: ${ofEnvironment}, IAM user, Access keys, Paste a token`);
    expect(prompts.shown.at(-1)).toEqual(line('info', 'Signed in with access keys', '1 instance.'));
    expect([...secrets.entries.values()].join()).toContain(key.secretKey);
    const shown = prompts.shown.join('\n');
    expect([key.accessKey, key.secretKey, key.securityToken ?? ''].filter((text) => shown.includes(text))).toEqual([]);
  });

  test('aren’t offered without both of them', async () => {
    const { prompts } = await signedIn({}, { values: { HUAWEICLOUD_SDK_AK: key.accessKey } });
    expect(prompts.shown[0]).toBe('pick: Sign in to dev: IAM user, Access keys, Paste a token');
  });

  test('that the service refuses can be corrected', async () => {
    const values = environmentOf({ ...key, secretKey: randomUUID() });
    const { prompts } = await signedIn({ picks: [ofEnvironment] }, { values });
    expect(prompts.shown.at(-1)).toEqual(line('input', 'Access key ID', 'weren’t accepted (401)'));
  });
});

describe('access keys of KooCLI', () => {
  test('are read when the user selects them, by profile', async () => {
    const { prompts, reads } = await signedIn({ picks: [ofKooCli, 'default'] }, { file: fileOf(key) });
    expect(prompts.shown.slice(0, 2)).toEqual([
      `pick: Sign in to dev: ${ofKooCli}, IAM user, Access keys, Paste a token`,
      'pick: KooCLI Profile: default',
    ]);
    expect(prompts.shown.at(-1)).toEqual(line('info', 'Signed in with access keys', '1 instance.'));
    expect(reads()).toBe(1);
  });

  test('aren’t read before', async () => {
    expect((await signedIn({}, { file: fileOf(key) })).reads()).toBe(0);
  });

  test.each<[string, (of: AccessKey) => string, string]>([
    ['are encrypted', (of) => fileOf(of, { authEncrypt: 'true' }), 'encrypted'],
    ['are in no profile', (of) => fileOf(of, { profiles: [] }), 'No profile'],
    ['can’t be read', () => '{', 'Couldn’t read'],
  ])('that %s leave the other ways, with the reason', async (_, file, reason) => {
    const { prompts } = await signedIn({ picks: [ofKooCli] }, { file: file(key) });
    expect(prompts.shown.at(-1)).toEqual(line('pick', 'IAM user', reason));
  });

  test('leave the list of ways when the user selects no profile', async () => {
    const { prompts } = await signedIn({ picks: [ofKooCli] }, { file: fileOf(key) });
    expect(prompts.shown.at(-1)).toEqual(line('pick', 'Sign in to dev'));
    expect(prompts.shown).toHaveLength(3);
  });
});
