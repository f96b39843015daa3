import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Sessions } from '../../../../client/src/auth/sessions.ts';
import type { Session } from '../../../../client/src/auth/session.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';
import { dev } from '../../../support/connections.ts';

const key = 'lakeformation.token:dev';

function world() {
  const secrets = new InMemorySecretStorage();
  const failures: unknown[] = [];
  let changes = 0;
  const sessions = new Sessions(secrets, (error) => failures.push(error));
  sessions.onDidChange(() => (changes += 1));
  const session: Session = { kind: 'token', token: randomUUID(), expiry: { at: 7, isStated: false } };
  return { secrets, failures, sessions, session, changes: () => changes };
}

describe('a session', () => {
  test('is kept for its connection, in the secret storage', async () => {
    const { secrets, sessions, session } = world();
    expect(await sessions.get(dev)).toBeUndefined();
    expect(await sessions.set(dev, session)).toBe('stored');
    expect(await sessions.get(dev)).toEqual(session);
    expect([...secrets.entries.keys()]).toEqual([key]);
  });

  test.each([
    ['another connection', { ...dev, name: 'prod' }],
    ['the same connection with another endpoint', { ...dev, endpoint: 'https://elsewhere' }],
    ['the same connection with another project', { ...dev, projectId: 'q' }],
  ])('isn’t given to %s', async (_, connection) => {
    const { sessions, session } = world();
    await sessions.set(dev, session);
    expect(await sessions.get(connection)).toBeUndefined();
  });

  test('is gone once deleted', async () => {
    const { secrets, sessions, session } = world();
    await sessions.set(dev, session);
    expect(await sessions.delete(dev)).toBe(true);
    expect(await sessions.get(dev)).toBeUndefined();
    expect(secrets.entries.size).toBe(0);
  });

  test('that an earlier version stored, which knew tokens alone, is read on', async () => {
    const { secrets, sessions } = world();
    const token = randomUUID();
    secrets.entries.set(key, JSON.stringify({ origin: 'https://host', projectId: 'p', token }));
    expect(await sessions.get(dev)).toEqual({ kind: 'token', token });
    expect(await sessions.get({ ...dev, endpoint: 'https://elsewhere' })).toBeUndefined();
  });
});

describe('a change', () => {
  test('is reported: kept, and deleted', async () => {
    const { sessions, session, changes } = world();
    await sessions.set(dev, session);
    const afterSet = changes();
    expect(afterSet).toBeGreaterThan(0);
    await sessions.delete(dev);
    expect(changes()).toBeGreaterThan(afterSet);
  });

  test('of another window is reported and seen', async () => {
    const { secrets, sessions, session, changes } = world();
    const elsewhere = new Sessions(secrets, () => undefined);
    await elsewhere.set(dev, session);
    expect(changes()).toBe(1);
    expect(await sessions.get(dev)).toEqual(session);
    await elsewhere.delete(dev);
    expect(changes()).toBe(2);
    expect(await sessions.get(dev)).toBeUndefined();
  });

  test('of another window counts more than what is in memory', async () => {
    const { secrets, sessions, session } = world();
    secrets.fails = true;
    await sessions.set(dev, session);
    secrets.fails = false;
    const later: Session = { kind: 'token', token: randomUUID() };
    await new Sessions(secrets, () => undefined).set(dev, later);
    expect(await sessions.get(dev)).toEqual(later);
  });

  test('of another secret is none', async () => {
    const { secrets, changes } = world();
    await secrets.store('lakeformation.secret:DB', randomUUID());
    expect(changes()).toBe(0);
  });

  test('isn’t reported after dispose', async () => {
    const { secrets, sessions, session, changes } = world();
    sessions.dispose();
    await new Sessions(secrets, () => undefined).set(dev, session);
    expect(changes()).toBe(0);
  });
});

describe('a secret storage that fails', () => {
  test('leaves the session in memory and is reported', async () => {
    const { secrets, failures, sessions, session, changes } = world();
    secrets.fails = true;
    expect(await sessions.set(dev, session)).toBe('memory');
    expect(await sessions.get(dev)).toEqual(session);
    expect(await sessions.get({ ...dev, endpoint: 'https://elsewhere' })).toBeUndefined();
    expect(failures).toHaveLength(1);
    expect(changes()).toBe(1);
  });

  test('returns no session when read, and reports that deleting failed', async () => {
    const { secrets, failures, sessions, session } = world();
    await sessions.set(dev, session);
    secrets.fails = true;
    expect(await sessions.get(dev)).toBeUndefined();
    expect(await sessions.delete(dev)).toBe(false);
    expect(failures).toHaveLength(2);
  });

  test('and works again takes the session of memory in its place', async () => {
    const { secrets, sessions, session } = world();
    secrets.fails = true;
    await sessions.set(dev, session);
    secrets.fails = false;
    const later: Session = { kind: 'token', token: randomUUID() };
    expect(await sessions.set(dev, later)).toBe('stored');
    expect(await sessions.get(dev)).toEqual(later);
  });
});

describe('a session that the service refused', () => {
  test('is remembered as failed until another one is stored, and reported once', async () => {
    const { sessions, session, changes } = world();
    await sessions.set(dev, session);
    const before = changes();
    sessions.setRefused(dev, true);
    sessions.setRefused(dev, true);
    expect([sessions.isRefused(dev), sessions.isRefused({ name: 'prod' }), changes() - before]).toEqual([
      true,
      false,
      1,
    ]);
    await sessions.set(dev, session);
    expect(sessions.isRefused(dev)).toBe(false);
  });

  test('is no longer one when it is accepted, or deleted', async () => {
    const { sessions } = world();
    sessions.setRefused(dev, true);
    sessions.setRefused(dev, false);
    expect(sessions.isRefused(dev)).toBe(false);
    sessions.setRefused(dev, true);
    await sessions.delete(dev);
    expect(sessions.isRefused(dev)).toBe(false);
  });
});
