import { describe, expect, test } from 'vitest';
import { ConnectionChoice } from '../../../client/src/connections/choice.ts';
import { readConnections } from '../../../client/src/connections/connection.ts';
import { InMemoryMemento } from '../../support/memento.ts';
import { FakePrompts } from '../../support/prompts.ts';

const entry = (name: string): object => ({
  name,
  region: 'cn-north-4',
  projectId: 'p',
  instanceId: `instance-${name}`,
});

function choiceAmong(names: string[], ...picks: string[]): { choice: ConnectionChoice; told: string[] } {
  const prompts = new FakePrompts({ picks });
  const told: string[] = [];
  const choice = new ConnectionChoice(() => readConnections(names.map(entry)), new InMemoryMemento(), prompts);
  choice.onDidChoose(() => told.push(choice.known()?.name ?? 'none'));
  return { choice, told };
}

describe('the connection that is known without asking', () => {
  test('is none without connections, and among several', () => {
    expect(choiceAmong([]).choice.known()).toBeUndefined();
    expect(choiceAmong(['dev', 'prod']).choice.known()).toBeUndefined();
  });

  test('is the only one', () => {
    expect(choiceAmong(['dev']).choice.known()).toMatchObject({ name: 'dev', instanceId: 'instance-dev' });
  });

  test('is the chosen one, of which those are told who want to know', async () => {
    const { choice, told } = choiceAmong(['dev', 'prod'], 'prod');
    await choice.select();
    expect(choice.known()).toMatchObject({ name: 'prod' });
    expect(told).toEqual(['prod']);
  });

  test('stays as it is when nothing is chosen', async () => {
    const { choice, told } = choiceAmong(['dev', 'prod']);
    await choice.select();
    expect(choice.known()).toBeUndefined();
    expect(told).toEqual([]);
  });
});
