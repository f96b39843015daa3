import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { removeConnection } from '../../../../client/src/commands/removeConnection.ts';
import { Secrets } from '../../../../client/src/secrets/secrets.ts';
import { FakePrompts, line, type Answers } from '../../../support/prompts.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';

const dev = { name: 'dev', region: 'cn-north-4', projectId: 'p', instanceId: 'i', note: 'ours' };
const broken = { name: 'half' };

/** A user with a setting, and the setting afterwards. */
function world(before: readonly unknown[], answers: Answers, isForgotten = true) {
  const prompts = new FakePrompts(answers);
  let value = before;
  const forgotten: string[] = [];
  const secrets = new Secrets(new InMemorySecretStorage(), () => undefined);
  const services: Parameters<typeof removeConnection>[0] = {
    prompts,
    secrets,
    connectionsSetting: {
      read: () => value,
      write: async (entries) => Promise.resolve().then(() => void (value = entries)),
    },
    forgetSession: async ({ name }) => {
      forgotten.push(name);
      return Promise.resolve(isForgotten);
    },
  };
  return { services, prompts, secrets, forgotten, setting: () => value };
}

describe('Remove Connection', () => {
  test('asks, removes it alone, and forgets the sign-in', async () => {
    const { services, prompts, setting, forgotten } = world([broken, dev, 7], { picks: ['dev'], confirm: true });
    await removeConnection(services)();
    expect(setting()).toEqual([broken, 7]);
    expect(forgotten).toEqual(['dev']);
    expect(prompts.shown).toEqual([
      'pick: Remove Connection: half, dev, Connection 3',
      'confirm with a warning: Remove connection "dev"?\nThis removes it from your settings and signs out. Submitted jobs aren’t affected.',
      'status: Removed connection "dev".',
    ]);
  });

  test('removes a broken one', async () => {
    const { services, setting } = world([broken, 7], { picks: ['Connection 2'], confirm: true });
    await removeConnection(services)();
    expect(setting()).toEqual([broken]);
  });

  test('removes nothing and forgets nothing if the user declines', async () => {
    const { services, setting, forgotten } = world([dev], { confirm: false });
    await removeConnection(services)('dev');
    expect([setting(), forgotten]).toEqual([[dev], []]);
  });

  test('keeps the sign-in of another one of that name', async () => {
    const { services, forgotten } = world([dev, { ...dev, region: 'r' }], { picks: ['dev'], confirm: true });
    await removeConnection(services)('dev');
    expect(forgotten).toEqual([]);
  });

  test('deletes the connection’s own secrets, after naming them', async () => {
    const { services, prompts, secrets } = world([dev], { confirm: true });
    const others = [{ name: 'DB' }, { name: 'DB', connection: 'prod' }];
    for (const id of [...others, { name: 'DB', connection: 'dev' }, { name: 'KEY', connection: 'dev' }]) {
      await secrets.set(id, randomUUID());
    }
    await removeConnection(services)('dev');
    expect(prompts.shown[0]).toEqual(line('confirm with a warning', 'deletes its secrets (DB, KEY)'));
    expect(await secrets.list()).toEqual(others);
  });

  test('keeps the secrets of another one of that name', async () => {
    const { services, secrets } = world([dev, { ...dev, region: 'r' }], { picks: ['dev'], confirm: true });
    await secrets.set({ name: 'DB', connection: 'dev' }, randomUUID());
    await removeConnection(services)('dev');
    expect(await secrets.list()).toHaveLength(1);
  });

  test('reports when the sign-in may still be there', async () => {
    const { services, prompts } = world([dev], { confirm: true }, false);
    await removeConnection(services)('dev');
    expect(prompts.shown.at(-1)).toEqual(line('warn', '"dev"', 'secret storage', 'may still be stored'));
  });
});
