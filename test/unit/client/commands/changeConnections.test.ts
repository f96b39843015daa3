import { newConnection, type ConnectionServices } from '../../../../client/src/connections/newConnection.ts';
import { describe, expect, test } from 'vitest';
import { draftSignIns } from '../../../../client/src/auth/draftSignIns.ts';
import { Sessions } from '../../../../client/src/auth/sessions.ts';
import { addConnection } from '../../../../client/src/commands/addConnection.ts';
import { editConnection } from '../../../../client/src/commands/editConnection.ts';
import { removeConnection } from '../../../../client/src/commands/removeConnection.ts';
import { ConnectionChoice, type Folder } from '../../../../client/src/connections/choice.ts';
import { readConnections, type Connection } from '../../../../client/src/connections/connection.ts';
import type { DraftSignIns } from '../../../../client/src/connections/askForConnection.ts';
import type { Instance } from '../../../../client/src/connections/steps.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import { FakePrompts, line, type Answers } from '../../../support/prompts.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';

const dev = { name: 'dev', region: 'cn-north-4', projectId: 'p', instanceId: 'i', note: 'ours' };
const prod = { ...dev, name: 'prod' };
const broken = { name: 'half' };
const back = { kind: 'back' } as const;
const signIn = '$(key) Sign in and choose from the list';

/** A user with a setting, and what became of it. */
function world(
  before: unknown,
  answers: Answers = {},
  changes: {
    failures?: number;
    instances?: readonly Instance[];
    signIns?: DraftSignIns;
    forgets?: boolean;
    meanwhile?: unknown;
  } = {},
) {
  const prompts = new FakePrompts(answers);
  let value = before;
  let failures = changes.failures ?? 0;
  let folder: Folder = { uri: 'file:///active', name: 'active' };
  const told: string[] = [];
  let isSignedIn = false;
  const connections = new ConnectionChoice(() => readConnections(value ?? []), new InMemoryMemento(), prompts, {
    folderOf: () => folder,
    onFailure: () => undefined,
    add: async () => newConnection(ports),
  });
  const ports: ConnectionServices = {
    prompts,
    connections,
    connectionsSetting: {
      read: () => value,
      async write(entries) {
        failures -= 1;
        if (failures >= 0) throw new Error('The file has unsaved changes.');
        value = entries;
        return Promise.resolve();
      },
    },
    draftSignIns: () =>
      changes.signIns ?? {
        instances: async () => Promise.resolve(isSignedIn ? changes.instances : undefined),
        signIn: async ({ name, projectId, endpoint }) => {
          isSignedIn = true;
          told.push(`sign in to ${name}, project ${projectId}, ${endpoint}`);
          if (changes.meanwhile !== undefined) value = changes.meanwhile;
          return Promise.resolve();
        },
        keep: async ({ name }) => {
          if (isSignedIn) told.push(`keep the sign-in to ${name}`);
          return Promise.resolve(isSignedIn);
        },
      },
    forgetSession: async ({ name }) => {
      told.push(`forget ${name}`);
      return Promise.resolve(changes.forgets ?? true);
    },
  };
  const activate = (other: Folder): void => void (folder = other);
  return { ports, prompts, connections, told, setting: () => value, activate };
}

const usual = 'https://lakeformation.cn-north-4.myhuaweicloud.com';
const usualIam = 'https://iam.cn-north-4.myhuaweicloud.com';
const newOne = ['test', 'cn-north-4', usual, usualIam, 'p2', 'i2', 'No'];

describe('Add Connection', () => {
  test('asks step by step and adds it behind the others', async () => {
    const { ports, prompts, setting } = world([dev, broken, 7], { replies: newOne });
    await addConnection(ports)();
    expect(setting()).toEqual([
      dev,
      broken,
      7,
      { name: 'test', region: 'cn-north-4', projectId: 'p2', instanceId: 'i2' },
    ]);
    expect(prompts.shown.map((text) => text.replace(/: \[.*/, ''))).toEqual([
      'ask 1/7: Add a LakeFormation connection',
      'ask 2/7: Add a LakeFormation connection',
      'ask 3/7: Add a LakeFormation connection',
      'ask 4/7: Add a LakeFormation connection',
      'ask 5/7: Add a LakeFormation connection',
      'ask 6/7: Add a LakeFormation connection',
      'ask 7/7: Add a LakeFormation connection',
      'status: Connection "test" is added.',
    ]);
  });

  test('goes back with what was said', async () => {
    const replies = ['tset', back, ...newOne.slice(0, 4), back, back, back, ...newOne.slice(1)];
    const { ports, prompts, setting } = world(undefined, { replies });
    await addConnection(ports)();
    expect(setting()).toEqual([{ name: 'test', region: 'cn-north-4', projectId: 'p2', instanceId: 'i2' }]);
    expect(prompts.shown.filter((text) => text.startsWith('ask 1/7'))).toEqual([
      'ask 1/7: Add a LakeFormation connection: []',
      'ask 1/7: Add a LakeFormation connection: [tset]',
    ]);
  });

  test('does nothing when the user leaves', async () => {
    const { ports, setting, told } = world([dev], { replies: newOne.slice(0, 6) });
    await addConnection(ports)();
    expect(setting()).toEqual([dev]);
    expect(told).toEqual([]);
  });

  test('takes no name twice, that of a broken one neither', async () => {
    const { ports, setting } = world([dev, broken], { replies: ['half'] });
    await addConnection(ports)();
    expect(setting()).toEqual([dev, broken]);
  });

  test('signs in for the list of instances', async () => {
    const instances = [{ id: 'i-sales', name: 'sales', isDefault: false }];
    const replies = [...newOne.slice(0, 5), signIn, 'sales', 'Yes'];
    const { ports, setting, told } = world([], { replies }, { instances });
    await addConnection(ports)();
    expect(setting()).toEqual([
      { name: 'test', region: 'cn-north-4', projectId: 'p2', instanceId: 'i-sales', production: true },
    ]);
    expect(told).toEqual([`sign in to test, project p2, ${usual}`, 'keep the sign-in to test']);
  });

  test.each([
    ['is not kept when the user then leaves', [...newOne.slice(0, 5), signIn], []],
    [
      'is kept under another name that is given then',
      [...newOne.slice(0, 5), signIn, back, back, back, back, back, 'other', ...newOne.slice(1)],
      ['keep the sign-in to other'],
    ],
  ])('a sign-in %s', async (_, replies, kept) => {
    const { ports, told } = world([], { replies });
    await addConnection(ports)();
    expect(told.slice(1)).toEqual(kept);
  });

  test('leaves in force what is, and puts the first one in force', async () => {
    const one = world([dev], { replies: newOne });
    await addConnection(one.ports)();
    expect(one.connections.known()?.name).toBe('dev');
    const several = world([dev, prod], { replies: newOne });
    await addConnection(several.ports)();
    expect(several.connections.known()?.name).toBe('test');
  });

  test('counts for the folder whose document was active when it began', async () => {
    const { ports, connections, activate } = world([dev, prod], { replies: newOne });
    const began = connections.folderOf();
    const other = { uri: 'file:///other', name: 'other' };
    const write = async (entries: readonly unknown[]): Promise<void> => {
      activate(other);
      return ports.connectionsSetting.write(entries);
    };
    await addConnection({ ...ports, connectionsSetting: { ...ports.connectionsSetting, write } })();
    expect([began, other].map((folder) => connections.knownIn(folder)?.name)).toEqual(['test', undefined]);
  });

  test('from the list of a folder is chosen for it, and for no other', async () => {
    const picks = ['dev', '$(add) Add Connection'];
    const { connections } = world([dev, prod], { replies: newOne, picks });
    await connections.select();
    const other = { uri: 'file:///other', name: 'other' };
    expect((await connections.selectIn(other))?.name).toBe('test');
    expect([connections.folderOf(), other].map((folder) => connections.knownIn(folder)?.name)).toEqual(['dev', 'test']);
  });

  test('does not write over a setting that is no array', async () => {
    const { ports, prompts, setting } = world({ dev }, { replies: newOne });
    await addConnection(ports)();
    expect(setting()).toEqual({ dev });
    expect(prompts.shown.at(-1)).toEqual(
      line('error', 'lakeformation.connections', 'othing was written', '[Open Settings]'),
    );
  });

  test('tries again when the settings could not be written', async () => {
    const buttons = { 'cannot be written': 'Try Again' };
    const { ports, prompts, setting } = world([], { replies: newOne, buttons }, { failures: 1 });
    await addConnection(ports)();
    expect(setting()).toHaveLength(1);
    expect(prompts.shown.at(-2)).toEqual(line('error', 'settings.json', '[Try Again] [Open Settings]'));
  });

  test('opens the settings instead', async () => {
    const buttons = { 'cannot be written': 'Open Settings' };
    const { ports, prompts } = world([], { replies: newOne, buttons }, { failures: 1 });
    await addConnection(ports)();
    expect(prompts.opened).toEqual(['settings: lakeformation.connections']);
  });
});

describe('Edit Connection', () => {
  const same = ['dev', 'cn-north-4', usual, usualIam, 'p', 'i', 'No'];

  test('changes the one that was picked and keeps its other members', async () => {
    const replies = [...same.slice(0, 5), 'i3', 'Yes'];
    const { ports, prompts, setting, told } = world([prod, dev], { picks: ['dev'], replies });
    await editConnection(ports)();
    expect(setting()).toEqual([prod, { ...dev, instanceId: 'i3', production: true }]);
    expect(told).toEqual([]);
    expect(prompts.shown.slice(0, 2)).toEqual([
      'pick: Edit a LakeFormation connection: prod, dev',
      'ask 1/7: Edit connection "dev": [dev]',
    ]);
  });

  test('takes the one that a menu names', async () => {
    const { ports, prompts } = world([prod, dev]);
    await editConnection(ports)('dev');
    expect(prompts.shown).toEqual(['ask 1/7: Edit connection "dev": [dev]']);
  });

  test('mends a broken one', async () => {
    const replies = ['half', ...newOne.slice(1)];
    const { ports, setting } = world([broken, 7], { picks: ['half'], replies });
    await editConnection(ports)();
    expect(setting()).toEqual([{ name: 'half', region: 'cn-north-4', projectId: 'p2', instanceId: 'i2' }, 7]);
  });

  test('changes nothing that was changed meanwhile, and keeps no sign-in', async () => {
    const replies = [...same.slice(0, 5), signIn, ...same.slice(5)];
    const { ports, prompts, setting, told } = world([dev], { replies }, { meanwhile: [{ ...dev, region: 'r' }] });
    await editConnection(ports)('dev');
    expect(setting()).toEqual([{ ...dev, region: 'r' }]);
    expect(told).toEqual([`sign in to dev, project p, ${usual}`]);
    expect(prompts.shown.at(-1)).toContain('was changed meanwhile');
  });

  test.each([
    ['another name', ['test', ...same.slice(1)], ['forget dev']],
    ['another address', ['dev', 'cn-north-4', 'https://lake', ...same.slice(3)], ['forget dev']],
    ['another project', [...same.slice(0, 4), 'p9', 'i', 'No'], ['forget dev']],
    ['nothing new', same, []],
    [
      'another project, signed in there',
      [...same.slice(0, 4), 'p9', signIn, 'i', 'No'],
      [`sign in to dev, project p9, ${usual}`, 'keep the sign-in to dev'],
    ],
    [
      'another project and name, signed in there',
      ['live', ...same.slice(1, 4), 'p9', signIn, 'i', 'No'],
      [`sign in to live, project p9, ${usual}`, 'keep the sign-in to live', 'forget dev'],
    ],
    [
      'another project, signed in there, but left then',
      [...same.slice(0, 4), 'p9', signIn],
      [`sign in to dev, project p9, ${usual}`],
    ],
  ])('with %s', async (_, replies, expected) => {
    const { ports, told } = world([dev], { replies });
    await editConnection(ports)('dev');
    expect(told).toEqual(expected);
  });

  test.each([
    ['leaves', [], 'earlier', undefined],
    ['goes on to the end', ['i9', 'No'], undefined, 'later'],
  ])('a user who signs in to another address and %s', async (_, rest, here, there) => {
    const sessions = new Sessions(new InMemorySecretStorage(), () => undefined);
    const signIns = draftSignIns(
      {
        prompts: new FakePrompts({ picks: ['Paste a token'], secrets: ['later'] }),
        sessions,
        createToken: async () => Promise.reject(new Error('Nobody asks IAM here.')),
        now: () => 0,
      },
      async () => Promise.resolve(undefined),
    );
    const replies = ['dev', 'cn-north-4', 'https://lake', usualIam, 'p', signIn, ...rest];
    const { ports } = world([dev], { replies }, { signIns });
    const before: Connection = { ...dev, endpoint: usual, iamEndpoint: usualIam };
    await sessions.set(before, { kind: 'token', token: 'earlier' });
    await editConnection(ports)('dev');
    const tokens = [before, { ...before, endpoint: 'https://lake' }].map(async (connection) => {
      const session = await sessions.get(connection);
      return session?.kind === 'token' ? session.token : undefined;
    });
    expect(await Promise.all(tokens)).toEqual([here, there]);
  });

  test('with another name stays the choice', async () => {
    const { ports, connections } = world([dev, prod], { picks: ['prod'], replies: ['live', ...same.slice(1)] });
    await connections.select();
    await editConnection(ports)('prod');
    expect(connections.known()?.name).toBe('live');
  });

  test.each([
    ['none', [], 'error: No LakeFormation connection is set up. Add one. [Open Settings]'],
    ['no array', 7, 'error: The setting lakeformation.connections must be an array of connections. [Open Settings]'],
  ])('says that there is %s', async (_, before, message) => {
    const { ports, prompts } = world(before);
    await editConnection(ports)();
    expect(prompts.shown).toEqual([message]);
  });
});

describe('Remove Connection', () => {
  test('asks, removes it alone, and forgets the sign-in', async () => {
    const { ports, prompts, setting, told } = world([broken, dev, 7], { picks: ['dev'], confirm: true });
    await removeConnection(ports)();
    expect(setting()).toEqual([broken, 7]);
    expect(told).toEqual(['forget dev']);
    expect(prompts.shown).toEqual([
      'pick: Remove a LakeFormation connection: half, dev, Connection 3',
      'confirm with a warning: Remove connection "dev"?\nIt is taken out of your settings, and its sign-in is forgotten. Jobs that were submitted stay.',
      'status: Connection "dev" is removed.',
    ]);
  });

  test('removes a broken one', async () => {
    const { ports, setting } = world([broken, 7], { picks: ['Connection 2'], confirm: true });
    await removeConnection(ports)();
    expect(setting()).toEqual([broken]);
  });

  test('removes nothing and forgets nothing when the user says no', async () => {
    const { ports, setting, told } = world([dev], { confirm: false });
    await removeConnection(ports)('dev');
    expect([setting(), told]).toEqual([[dev], []]);
  });

  test('keeps the sign-in of another one of that name', async () => {
    const { ports, told } = world([dev, { ...dev, region: 'r' }], { picks: ['dev'], confirm: true });
    await removeConnection(ports)('dev');
    expect(told).toEqual([]);
  });

  test('says when the sign-in may still be there', async () => {
    const { ports, prompts } = world([dev], { confirm: true }, { forgets: false });
    await removeConnection(ports)('dev');
    expect(prompts.shown.at(-1)).toEqual(line('warn', '"dev"', 'secret storage', 'may still be there'));
  });
});
