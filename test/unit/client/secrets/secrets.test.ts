import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { namesKey, Secrets } from '../../../../client/src/secrets/secrets.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';

const value = randomUUID();

/** The secrets of a window on a storage, and how often the names changed and the storage failed. */
function openWindow(storage = new InMemorySecretStorage()) {
  const seen = { changes: 0, failures: 0 };
  const secrets = new Secrets(storage, () => void (seen.failures += 1));
  secrets.onDidChange(() => void (seen.changes += 1));
  return { storage, secrets, seen };
}

describe('a secret', () => {
  test('is kept under its name', async () => {
    const { secrets, storage, seen } = openWindow();
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'missing' });
    expect(await secrets.set({ name: 'DB' }, value)).toBe('stored');
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value });
    expect(await openWindow(storage).secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value });
    expect(seen).toEqual({ changes: 1, failures: 0 });
  });

  test('of a name that is taken is replaced', async () => {
    const { secrets } = openWindow();
    await secrets.set({ name: 'DB' }, randomUUID());
    await secrets.set({ name: 'DB' }, value);
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value });
    expect(await secrets.names()).toEqual(['DB']);
  });

  test('that is deleted is gone, from the list too', async () => {
    const { secrets, storage } = openWindow();
    await secrets.set({ name: 'DB' }, value);
    await secrets.set({ name: 'OTHER' }, value);
    expect(await secrets.delete({ name: 'DB' })).toBe(true);
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'missing' });
    expect(await secrets.names()).toEqual(['OTHER']);
    expect([...storage.entries.keys()].sort()).toEqual(['lakeformation.secret:OTHER', namesKey].sort());
  });
});

describe('a connection', () => {
  const own = { name: 'DB', connection: 'prod' };

  test('has a secret of its own beside that of all connections, and each is replaced and deleted by itself', async () => {
    const { secrets } = openWindow();
    const shared = randomUUID();
    await secrets.set({ name: 'DB' }, shared);
    await secrets.set(own, value);
    expect(await secrets.getFor('prod', 'DB')).toEqual({ kind: 'found', value, isShared: false });
    expect(await secrets.getFor('dev', 'DB')).toEqual({ kind: 'found', value: shared, isShared: true });
    expect(await secrets.list()).toEqual([{ name: 'DB' }, own]);
    expect(await secrets.names()).toEqual(['DB']);
    await secrets.delete(own);
    expect(await secrets.getFor('prod', 'DB')).toEqual({ kind: 'found', value: shared, isShared: true });
    expect(await secrets.list()).toEqual([{ name: 'DB' }]);
  });

  test('has no secret of another connection', async () => {
    const { secrets } = openWindow();
    await secrets.set(own, value);
    expect(await secrets.getFor('dev', 'DB')).toEqual({ kind: 'missing' });
  });

  test('doesn’t get the secret of all connections while its own can’t be read', async () => {
    const { secrets, storage } = openWindow();
    secrets.remember({ name: 'DB' }, value);
    storage.fails = true;
    expect(await secrets.getFor('prod', 'DB')).toEqual({ kind: 'locked' });
  });

  test.each(['a', 'a:b', 'DB', '', '😀'])('may have any name: %j', async (connection) => {
    const { secrets, storage } = openWindow();
    await secrets.set({ name: 'DB', connection }, value);
    expect(await openWindow(storage).secrets.list()).toEqual([{ name: 'DB', connection }]);
    expect(await secrets.getFor(connection, 'DB')).toEqual({ kind: 'found', value, isShared: false });
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'missing' });
  });
});

describe('the names', () => {
  test('are listed in their order, also when many are set at once', async () => {
    const { secrets } = openWindow();
    await Promise.all(['c', 'a', 'b'].map(async (name) => secrets.set({ name }, value)));
    expect(await secrets.names()).toEqual(['a', 'b', 'c']);
  });

  test('are those of every window, and no value is among them', async () => {
    const { secrets, storage } = openWindow();
    await secrets.set({ name: 'ONE' }, value);
    const other = openWindow(storage).secrets;
    await other.set({ name: 'TWO' }, value);
    expect(await secrets.names()).toEqual(['ONE', 'TWO']);
    expect(storage.entries.get(namesKey)).not.toContain(value);
  });

  test.each(['', 'no JSON', 'null', '{"a":1}', '7'])('are none where %j is stored', async (stored) => {
    const { secrets, storage } = openWindow();
    storage.entries.set(namesKey, stored);
    expect(await secrets.names()).toEqual([]);
    await secrets.set({ name: 'DB' }, value);
    expect(await secrets.names()).toEqual(['DB']);
  });

  test('are those that a reference can have', async () => {
    const { secrets, storage } = openWindow();
    storage.entries.set(namesKey, '["DB", "a b", "a}", 7, null]');
    expect(await secrets.names()).toEqual(['DB']);
  });
});

describe('a storage that fails', () => {
  test('is replaced by the memory of the window, and nothing is thrown', async () => {
    const { secrets, storage, seen } = openWindow();
    storage.fails = true;
    expect(await secrets.set({ name: 'DB' }, value)).toBe('memory');
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value });
    expect(await secrets.names()).toEqual(['DB']);
    expect(seen.failures).toBeGreaterThan(0);
    expect(storage.entries.size).toBe(0);
  });

  test('and works again has the next value', async () => {
    const { secrets, storage } = openWindow();
    storage.fails = true;
    await secrets.set({ name: 'DB' }, randomUUID());
    storage.fails = false;
    await secrets.set({ name: 'DB' }, value);
    expect(await openWindow(storage).secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value });
  });

  test('and works again in another window has what that one stores', async () => {
    const { secrets, storage, seen } = openWindow();
    storage.onDidChange(({ key }) => secrets.changedElsewhere(key));
    storage.fails = true;
    await secrets.set({ name: 'DB' }, randomUUID());
    await secrets.set({ name: 'OTHER' }, value);
    storage.fails = false;
    const changes = seen.changes;
    const fresh = randomUUID();
    await openWindow(storage).secrets.set({ name: 'DB' }, fresh);
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value: fresh });
    expect(await secrets.get({ name: 'OTHER' })).toEqual({ kind: 'found', value });
    expect(seen.changes).toBeGreaterThan(changes);
  });

  test('reports that if only the storage is allowed, and keeps nothing', async () => {
    const { secrets, storage } = openWindow();
    storage.fails = true;
    expect(await secrets.store({ name: 'DB' }, value)).toBe(false);
    storage.fails = false;
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'missing' });
  });

  test('is locked, and what it has stays', async () => {
    const { secrets, storage } = openWindow();
    await secrets.set({ name: 'DB' }, value);
    storage.fails = true;
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'locked' });
    expect(await secrets.delete({ name: 'DB' })).toBe(false);
    storage.fails = false;
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value });
    expect(await secrets.names()).toEqual(['DB']);
  });
});
