import { describe, expect, test } from 'vitest';
import { removeConnection } from '../../../../client/src/commands/removeConnection.ts';
import { FakePrompts, line, type Answers } from '../../../support/prompts.ts';

const dev = { name: 'dev', region: 'cn-north-4', projectId: 'p', instanceId: 'i', note: 'ours' };
const broken = { name: 'half' };

/** A user with a setting, and what became of it. */
function world(before: readonly unknown[], answers: Answers, isForgotten = true) {
  const prompts = new FakePrompts(answers);
  let value = before;
  const forgotten: string[] = [];
  const services: Parameters<typeof removeConnection>[0] = {
    prompts,
    connectionsSetting: {
      read: () => value,
      write: async (entries) => Promise.resolve().then(() => void (value = entries)),
    },
    forgetSession: async ({ name }) => {
      forgotten.push(name);
      return Promise.resolve(isForgotten);
    },
  };
  return { services, prompts, forgotten, setting: () => value };
}

describe('Remove Connection', () => {
  test('asks, removes it alone, and forgets the sign-in', async () => {
    const { services, prompts, setting, forgotten } = world([broken, dev, 7], { picks: ['dev'], confirm: true });
    await removeConnection(services)();
    expect(setting()).toEqual([broken, 7]);
    expect(forgotten).toEqual(['dev']);
    expect(prompts.shown).toEqual([
      'pick: Remove a LakeFormation connection: half, dev, Connection 3',
      'confirm with a warning: Remove connection "dev"?\nIt is taken out of your settings, and its sign-in is forgotten. Jobs that were submitted stay.',
      'status: Connection "dev" is removed.',
    ]);
  });

  test('removes a broken one', async () => {
    const { services, setting } = world([broken, 7], { picks: ['Connection 2'], confirm: true });
    await removeConnection(services)();
    expect(setting()).toEqual([broken]);
  });

  test('removes nothing and forgets nothing when the user says no', async () => {
    const { services, setting, forgotten } = world([dev], { confirm: false });
    await removeConnection(services)('dev');
    expect([setting(), forgotten]).toEqual([[dev], []]);
  });

  test('keeps the sign-in of another one of that name', async () => {
    const { services, forgotten } = world([dev, { ...dev, region: 'r' }], { picks: ['dev'], confirm: true });
    await removeConnection(services)('dev');
    expect(forgotten).toEqual([]);
  });

  test('says when the sign-in may still be there', async () => {
    const { services, prompts } = world([dev], { confirm: true }, false);
    await removeConnection(services)('dev');
    expect(prompts.shown.at(-1)).toEqual(line('warn', '"dev"', 'secret storage', 'may still be there'));
  });
});
