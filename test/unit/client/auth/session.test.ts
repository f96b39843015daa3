import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { secretsOf } from '../../../../client/src/api/credential.ts';
import { credentialOf, readSession, writeSession, type Session } from '../../../../client/src/auth/session.ts';
import { dev } from '../../../support/connections.ts';

const [token, password, accessKey, secretKey, securityToken] = Array.from({ length: 5 }, () => randomUUID());
const expiry = { at: 1_700_000_000_000, isStated: true };

const sessions: readonly [string, Session][] = [
  ['a pasted token', { kind: 'token', token: token ?? '', expiry: { ...expiry, isStated: false } }],
  ['a token of unknown age', { kind: 'token', token: token ?? '' }],
  ['a user', user()],
  ['a user whose password is kept', { ...user(), password: password ?? '' }],
  ['access keys', { kind: 'accessKey', accessKey: accessKey ?? '', secretKey: secretKey ?? '' }],
  [
    'temporary access keys',
    { kind: 'accessKey', accessKey: accessKey ?? '', secretKey: secretKey ?? '', securityToken: securityToken ?? '' },
  ],
];

function user(): Session & { kind: 'user' } {
  return { kind: 'user', domain: 'company', user: 'engineer', token: token ?? '', expiry, iamEndpoint: 'https://iam' };
}

describe('a session as text', () => {
  test.each(sessions)('is read as it was written: %s', (_, session) => {
    const written = writeSession(session, dev);
    expect(readSession(written, dev)).toEqual(session);
    expect(readSession(written, { ...dev, projectId: 'q' })).toBeUndefined();
    expect(readSession(written, { ...dev, endpoint: 'https://elsewhere' })).toBeUndefined();
  });

  const stored = (changes: object): string => JSON.stringify({ origin: 'https://host', projectId: 'p', ...changes });

  test.each([
    '',
    'not JSON',
    '7',
    'null',
    '[]',
    '{"token":"t"}',
    '{"origin":1,"projectId":"p","token":"t"}',
    stored({}),
    stored({ token: '' }),
    stored({ token: 7 }),
    stored({ kind: 'other', token: 't' }),
    stored({ kind: 'accessKey', accessKey: 'a' }),
    stored({ kind: 'accessKey', secretKey: 's' }),
    stored({ ...user(), iamEndpoint: undefined }),
    stored({ ...user(), expiry: { at: 'soon' } }),
    stored({ ...user(), domain: undefined }),
  ])('is none: %j', (text) => {
    expect(readSession(text, dev)).toBeUndefined();
  });
});

test.each(sessions)('every part of a credential is known as a secret: %s', (_, session) => {
  const shown = secretsOf(credentialOf(session, dev));
  expect(shown).toEqual(
    session.kind === 'accessKey'
      ? [accessKey, secretKey, ...(session.securityToken === undefined ? [] : [securityToken])]
      : [token],
  );
});
