import { describe, expect, test } from 'vitest';
import { ConnectionChoice, type ChoiceOptions, type Folder } from '../../../../client/src/connections/choice.ts';
import { readConnections } from '../../../../client/src/connections/connection.ts';
import { noFolders } from '../../../support/connections.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import { FakePrompts, type Answers } from '../../../support/prompts.ts';

const entry = (name: string): object => ({
  name,
  region: 'cn-north-4',
  projectId: 'p',
  instanceId: `instance-${name}`,
});

function choiceAmong(
  names: string[],
  answers: Answers = {},
  ports: Partial<ChoiceOptions> = {},
  memory = new InMemoryMemento(),
) {
  const prompts = new FakePrompts(answers);
  const told: string[] = [];
  const choice = new ConnectionChoice(() => readConnections(names.map(entry)), memory, prompts, {
    ...noFolders,
    ...ports,
  });
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

  test('is the selected one, and listeners are called', async () => {
    const { choice, told } = choiceAmong(['dev', 'prod'], { picks: ['prod'] });
    await choice.select();
    expect(choice.known()).toMatchObject({ name: 'prod' });
    expect(told).toEqual(['prod']);
  });

  test('stays unchanged if nothing is selected', async () => {
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
    await choice.chooseIn(choice.folderOf(), 'prod');
    expect([inA, inB].map((document) => choice.known(document)?.name)).toEqual(['prod', undefined]);
    expect(choice.knownIn(folders[0])?.name).toBe('prod');
  });

  test('a connection with another name stays the choice of each folder that has it', async () => {
    const { choice } = choiceAmong(['dev', 'live'], {}, { folderOf });
    await choice.chooseIn(folders[0], 'prod');
    await choice.chooseIn(folders[1], 'dev');
    await choice.renamed('prod', 'live');
    expect([inA, inB].map((document) => choice.known(document)?.name)).toEqual(['live', 'dev']);
  });
});

describe('a connection that is gone', () => {
  const folder: Folder = { uri: 'file:///a', name: 'a' };
  const goneOr = '"dev" was removed or can’t be used.';
  const inFolder = 'Select the connection for the jobs in folder "a"';
  const outside = 'Select the connection for jobs outside the workspace folders';

  test.each<[string, Folder | undefined, string]>([
    ['a folder', folder, inFolder],
    ['the window', undefined, outside],
  ])(
    'isn’t replaced by the only one that is left, for %s: that is asked about, with the reason',
    async (_, of, asked) => {
      const names = ['dev', 'prod'];
      const { choice, prompts } = choiceAmong(names, { picks: ['dev', 'prod'] }, { folderOf: () => of });
      await choice.select();
      names.shift();
      expect(choice.known()).toBeUndefined();
      expect((await choice.current())?.name).toBe('prod');
      expect(prompts.placeholders).toEqual([asked, `Connection ${goneOr} ${asked}`]);
      expect(choice.known()?.name).toBe('prod');
    },
  );

  test('isn’t replaced by the one in its place either, once it was used, being the only one', async () => {
    const names = ['dev'];
    const { choice, prompts } = choiceAmong(names);
    expect((await choice.current())?.name).toBe('dev');
    names.splice(0, 1, 'prod');
    expect(await choice.current()).toBeUndefined();
    expect(prompts.shown).toEqual(['pick: Select Connection: prod, $(add) Add Connection']);
  });

  test('is in force again when it is back', async () => {
    const names = ['dev', 'prod'];
    const { choice } = choiceAmong(names, { picks: ['dev'] });
    await choice.select();
    names.shift();
    expect(await choice.current()).toBeUndefined();
    names.push('dev');
    expect(choice.known()?.name).toBe('dev');
  });

  test('with a mistake is asked about, and the mistake is shown to a user who cancels', async () => {
    const memory = new InMemoryMemento();
    await memory.update('lakeformation.connections', { '': 'dev' });
    const prompts = new FakePrompts();
    const entries = [{ ...entry('dev'), projectId: '' }, entry('prod')];
    const choice = new ConnectionChoice(() => readConnections(entries), memory, prompts, noFolders);
    expect(await choice.current()).toBeUndefined();
    expect(prompts.placeholders).toEqual([`Connection ${goneOr} ${outside}`]);
    expect(prompts.shown.at(-1)).toBe('error: Connection "dev" has no projectId. [Open Settings]');
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

  test.each<[string, 'a' | 'b', string[]]>([
    ['another folder than the active one', 'b', ['dev', 'new']],
    ['the active folder, which has one', 'a', ['new', 'dev']],
  ])('the one that is added in the list of %s is chosen for that one alone', async (_, name, expected) => {
    const names = ['dev', 'prod'];
    const [a, b] = ['a', 'b'].map((folder): Folder => ({ uri: `file:///${folder}`, name: folder }));
    const { choice } = choiceAmong(
      names,
      { picks: ['$(add) Add Connection'] },
      {
        folderOf: () => a,
        add: async () => {
          names.push('new');
          return Promise.resolve('new');
        },
      },
    );
    for (const folder of [a, b]) await choice.chooseIn(folder, 'dev');
    expect((await choice.selectIn(name === 'a' ? a : b))?.name).toBe('new');
    expect([a, b].map((folder) => choice.knownIn(folder)?.name)).toEqual(expected);
  });
});
