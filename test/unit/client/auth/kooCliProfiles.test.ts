import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readKooCliProfiles } from '../../../../client/src/auth/kooCliProfiles.ts';

const keys = { accessKeyId: randomUUID(), secretAccessKey: randomUUID() };
const read = { accessKey: keys.accessKeyId, secretKey: keys.secretAccessKey };

describe('KooCLI’s profile file', () => {
  test('has the access keys of its profiles, temporary ones, too', () => {
    const securityToken = randomUUID();
    const text = JSON.stringify({
      language: 'en',
      current: 'prod',
      authEncrypt: 'false',
      profiles: [
        { name: 'default', mode: 'AKSK', ...keys, securityToken: '', region: 'cn-north-4', projectId: '' },
        { name: 'prod', mode: 'AKSK', ...keys, securityToken, region: 'cn-east-3', projectId: '' },
      ],
    });
    expect(readKooCliProfiles(text)).toEqual({
      kind: 'profiles',
      profiles: [
        { name: 'default', region: 'cn-north-4', ...read, securityToken: '', isCurrent: false },
        { name: 'prod', region: 'cn-east-3', ...read, securityToken, isCurrent: true },
      ],
    });
  });

  test.each<[string, unknown]>([
    ['has no keys', { name: 'agency', mode: 'EcsAgency' }],
    ['has half of them', { name: 'half', accessKeyId: keys.accessKeyId }],
    ['has keys that no header can have', { name: 'odd', ...keys, secretAccessKey: 'a\nb' }],
    ['isn’t an object', 'default'],
  ])('is read without a profile that %s', (_, profile) => {
    expect(readKooCliProfiles(JSON.stringify({ profiles: [profile] }))).toEqual({ kind: 'profiles', profiles: [] });
  });

  test.each([true, 'true'])('has encrypted keys with authEncrypt %j', (authEncrypt) => {
    const text = JSON.stringify({ authEncrypt, profiles: [{ name: 'default', ...keys }] });
    expect(readKooCliProfiles(text)).toEqual({ kind: 'encrypted' });
  });

  test.each(['', '{', '[]', '{"profiles":{}}', 'null'])('can’t be read: %s', (text) => {
    expect(readKooCliProfiles(text)).toEqual({ kind: 'unreadable' });
  });
});
