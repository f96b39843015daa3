import { describe, expect, test } from 'vitest';
import { ConnectionChoice, type ChoicePorts, type Folder } from '../../../client/src/connections/choice.ts';
import { readConnections } from '../../../client/src/connections/connection.ts';
import { InMemoryMemento } from '../../support/memento.ts';
import { FakePrompts, type Answers } from '../../support/prompts.ts';

const entry = (name: string): object => ({
  name,
  region: 'cn-north-4',
  projectId: 'p',
  instanceId: `instance-${name}`,
});

function choiceAmong(names: string[], answers: Answers = {}, ports: ChoicePorts = {}, memory = new InMemoryMemento()) {
  const prompts = new FakePrompts(answers);
  const told: string[] = [];
  const choice = new ConnectionChoice(() => readConnections(names.map(entry)), memory, prompts, ports);
  choice.onDidChoose(() => told.push(choice.known()?.name ?? 'none'));
  return { choice, told, prompts };
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
    const { choice, told } = choiceAmong(['dev', 'prod'], { picks: ['prod'] });
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

  test('is none where the memory has something else', async () => {
    const memory = new InMemoryMemento();
    await memory.update('lakeformation.connections', ['dev']);
    expect(choiceAmong(['dev', 'prod'], {}, {}, memory).choice.known()).toBeUndefined();
    await memory.update('lakeformation.connections', { '': 7 });
    expect(choiceAmong(['dev', 'prod'], {}, {}, memory).choice.known()).toBeUndefined();
  });
});

describe('in a workspace of several folders', () => {
  const folders: Folder[] = [
    { uri: 'file:///a', name: 'a' },
    { uri: 'file:///b', name: 'b' },
  ];
  const folderOf = (document = 'file:///a/active.lfjob.json'): Folder | undefined =>
    folders.find(({ uri }) => document.startsWith(`${uri}/`));
  const inA = 'file:///a/job.lfjob.json';
  const inB = 'file:///b/job.lfjob.json';
  const outside = 'untitled:Untitled-1';

  test.each<[string, string[], (string | undefined)[]]>([
    ['nothing is chosen for any', [], [undefined, undefined, undefined]],
    ['one folder is chosen for', [inA], ['dev', undefined, undefined]],
    ['each folder has its own', [inA, inB], ['dev', 'prod', undefined]],
    ['those outside share one', [outside], [undefined, undefined, 'dev']],
    ['the last choice counts', [inA, inA], ['prod', undefined, undefined]],
  ])('%s', async (_, chosenFor, expected) => {
    const memory = new InMemoryMemento();
    const { choice } = choiceAmong(['dev', 'prod'], { picks: ['dev', 'prod'] }, { folderOf }, memory);
    for (const document of chosenFor) await choice.select(document);
    const { choice: later } = choiceAmong(['dev', 'prod'], {}, { folderOf }, memory);
    expect([inA, inB, outside].map((document) => later.known(document)?.name)).toEqual(expected);
  });

  test('a job is asked about once a folder', async () => {
    const { choice, prompts } = choiceAmong(['dev', 'prod'], { picks: ['dev', 'prod'] }, { folderOf });
    expect((await choice.current(inA))?.name).toBe('dev');
    expect((await choice.current(inA))?.name).toBe('dev');
    expect((await choice.current(inB))?.name).toBe('prod');
    expect(prompts.shown).toHaveLength(2);
  });

  test('without a document it is that of the active one', async () => {
    const { choice } = choiceAmong(['dev', 'prod'], {}, { folderOf });
    await choice.choose('prod');
    expect([inA, inB].map((document) => choice.known(document)?.name)).toEqual(['prod', undefined]);
    expect(choice.knownIn(folders[0])?.name).toBe('prod');
  });

  test('a connection with another name stays the choice of each folder that has it', async () => {
    const { choice } = choiceAmong(['dev', 'live'], {}, { folderOf });
    await choice.choose('prod', inA);
    await choice.choose('dev', inB);
    await choice.renamed('prod', 'live');
    expect([inA, inB].map((document) => choice.known(document)?.name)).toEqual(['live', 'dev']);
  });
});

describe('where one can be added', () => {
  test.each<[string, string[], Answers]>([
    ['the list offers it', ['dev', 'prod'], { picks: ['$(add) Add Connection'] }],
    ['it is offered where there is none', [], { buttons: { 'Add one.': 'Add Connection' } }],
  ])('%s, and goes on with it', async (_, names, answers) => {
    const { choice } = choiceAmong(names, answers, {
      add: async () => {
        names.push('new');
        return Promise.resolve('new');
      },
    });
    expect((await choice.current())?.name).toBe('new');
  });

  test('there is none when the user leaves', async () => {
    const add = async (): Promise<undefined> => Promise.resolve(undefined);
    const { choice } = choiceAmong(['dev', 'prod'], { picks: ['$(add) Add Connection'] }, { add });
    expect(await choice.current()).toBeUndefined();
  });
});
