import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Tokens } from '../../../client/src/auth/tokens.ts';
import { InMemorySecretStorage } from '../../support/secretStorage.ts';

const dev = { name: 'dev', region: 'r', endpoint: 'https://host', projectId: 'p', instanceId: 'i' };

function world() {
  const secrets = new InMemorySecretStorage();
  const failures: unknown[] = [];
  return { secrets, failures, tokens: new Tokens(secrets, (error) => failures.push(error)), token: randomUUID() };
}

describe('a token', () => {
  test('is kept for its connection, in the secret storage', async () => {
    const { secrets, tokens, token } = world();
    expect(await tokens.get(dev)).toBeUndefined();
    expect(await tokens.set(dev, token)).toBe('stored');
    expect(await tokens.get(dev)).toBe(token);
    expect([...secrets.entries.keys()]).toEqual(['lakeformation.token:dev']);
  });

  test.each([
    ['another connection', { ...dev, name: 'prod' }],
    ['the same connection with another endpoint', { ...dev, endpoint: 'https://elsewhere' }],
    ['the same connection with another project', { ...dev, projectId: 'q' }],
  ])('is not given to %s', async (_, connection) => {
    const { tokens, token } = world();
    await tokens.set(dev, token);
    expect(await tokens.get(connection)).toBeUndefined();
  });

  test('is gone once deleted', async () => {
    const { secrets, tokens, token } = world();
    await tokens.set(dev, token);
    expect(await tokens.delete(dev)).toBe(true);
    expect(await tokens.get(dev)).toBeUndefined();
    expect(secrets.entries.size).toBe(0);
  });

  test.each(['', 'not JSON', '7', 'null', '{"token":"t"}', '{"origin":1,"projectId":"p","token":"t"}'])(
    'is none when %j is stored',
    async (stored) => {
      const { secrets, tokens } = world();
      secrets.entries.set('lakeformation.token:dev', stored);
      expect(await tokens.get(dev)).toBeUndefined();
    },
  );
});

describe('a secret storage that fails', () => {
  test('leaves the token in memory and is reported', async () => {
    const { secrets, failures, tokens, token } = world();
    secrets.fails = true;
    expect(await tokens.set(dev, token)).toBe('memory');
    expect(await tokens.get(dev)).toBe(token);
    expect(failures).toHaveLength(1);
  });

  test('answers no token when read, and says that deleting failed', async () => {
    const { secrets, failures, tokens, token } = world();
    await tokens.set(dev, token);
    secrets.fails = true;
    expect(await tokens.get(dev)).toBeUndefined();
    expect(await tokens.delete(dev)).toBe(false);
    expect(failures).toHaveLength(2);
  });
});
