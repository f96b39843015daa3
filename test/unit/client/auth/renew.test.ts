import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { renew } from '../../../../client/src/auth/renew.ts';
import type { UserSession } from '../../../../client/src/auth/session.ts';
import { dev } from '../../../support/connections.ts';
import { dayLater, fakeSignIn, now, wrongPassword } from '../../../support/signIn.ts';

describe('renewing', () => {
  const withoutPassword = (): UserSession => ({
    kind: 'user',
    domain: 'company',
    user: 'engineer',
    token: randomUUID(),
    expiry: { at: now, isStated: true },
    iamEndpoint: 'https://iam',
  });
  const session = (): UserSession => ({ ...withoutPassword(), password: randomUUID() });

  test('asks nobody where the password is kept', async () => {
    const before = session();
    const token = randomUUID();
    const { services, prompts, sessions, asked } = fakeSignIn({}, { token, expiresAt: dayLater });
    const after = { ...before, token, expiry: { at: dayLater, isStated: true } };
    expect(await renew(services, dev, before)).toEqual(after);
    expect(await sessions.get(dev)).toEqual(after);
    expect(asked).toEqual([{ domain: 'company', name: 'engineer', password: before.password }]);
    expect(prompts.shown).toEqual(['progress: Signing in to dev as engineer…']);
  });

  test('sends no password to an IAM that it wasn’t given for', async () => {
    const { services, asked } = fakeSignIn({});
    expect(await renew(services, { ...dev, iamEndpoint: 'https://elsewhere' }, session())).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('isn’t possible without a password', async () => {
    const { services, asked } = fakeSignIn({});
    expect(await renew(services, dev, withoutPassword())).toBeUndefined();
    expect(await renew(services, dev, { kind: 'token', token: randomUUID() })).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('forgets a password that IAM doesn’t take, so that it locks nobody out', async () => {
    const before = session();
    const { services, sessions } = fakeSignIn({}, wrongPassword);
    expect(await renew(services, dev, before)).toMatch(/^Sign-in failed/);
    expect(await sessions.get(dev)).not.toHaveProperty('password');
  });

  test('keeps the password where IAM only failed', async () => {
    const before = session();
    const { services, sessions } = fakeSignIn({}, { kind: 'rejected', status: 503, body: {} });
    await sessions.set(dev, before);
    expect(await renew(services, dev, before)).toMatch(/^IAM failed \(503\)/);
    expect(await sessions.get(dev)).toEqual(before);
  });
});
