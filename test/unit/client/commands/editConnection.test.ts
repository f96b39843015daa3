import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { editConnection } from '../../../../client/src/commands/editConnection.ts';
import { documented } from '../../../service/answers.ts';
import { instanceOf } from '../../../service/instances.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { line, type Answers } from '../../../support/prompts.ts';
import { connectionTo, openWindow, pastedSession, type SubmitWindow } from '../../../support/submitWindow.ts';

const save = '$(check) Save and Test';
const broken = { name: 'half' };

let service: LocalService;
let dev: object;

beforeEach(async () => {
  service = await startService();
  dev = { note: 'ours', ...connectionTo(service) };
});

afterEach(async () => service.close());

interface World extends SubmitWindow {
  readonly setting: () => unknown;
  readonly edit: (name?: string) => Promise<void>;
}

/** A user who is signed in to the first connection. */
async function world(
  replies: NonNullable<Answers['replies']>,
  connections: unknown = [dev],
  answers: Answers = {},
): Promise<World> {
  const window = openWindow(service, { answers: { ...answers, replies }, connections });
  await window.remember(pastedSession(service.tokens.issue()));
  const { services } = window;
  return { ...window, setting: () => services.connectionsSetting.read(), edit: editConnection(services) };
}

describe('Edit Connection', () => {
  test('shows each property with its value', async () => {
    const { edit, prompts } = await world([]);
    await edit('dev');
    expect(prompts.shown).toEqual([
      'pick: Edit Connection "dev": Name, Region, Project, Instance, Production, LakeFormation Endpoint, IAM Endpoint, $(check) Save and Test',
    ]);
  });

  test('takes the only connection without a question, and asks which of several', async () => {
    const one = await world([]);
    await one.edit();
    expect(one.prompts.shown).toEqual([line('pick', 'Edit Connection "dev"', 'Name')]);
    const two = await world([], [broken, dev]);
    await two.edit();
    expect(two.prompts.shown).toEqual(['pick: Edit Connection: half, dev']);
  });

  test('changes what is selected alone, keeps other properties, and tests it by one read', async () => {
    const { edit, setting, prompts } = await world(['Production', save], [broken, dev]);
    const [, connection] = [broken, dev];
    await edit('dev');
    expect(setting()).toEqual([broken, { ...connection, production: true }]);
    expect(service.requests.all.map(({ operation }) => operation)).toEqual(['listInstances']);
    expect(prompts.shown.at(-1)).toBe(
      `info: Saved connection "dev". Signed in with a token · project 01234567… · 1 instance.`,
    );
  });

  test('offers the instances of the project; a stale one is marked, and isn’t preselected', async () => {
    const stale = randomUUID();
    service.instances.push(instanceOf(randomUUID(), { name: 'sales' }));
    const { edit, prompts, setting } = await world(['Instance', 'sales', save], [{ ...dev, instanceId: stale }]);
    await edit('dev');
    expect(prompts.shown[2]).toBe(`pick: Edit Connection "dev": lakeformation, sales, ${stale}`);
    expect(setting()).toMatchObject([{ instanceId: service.instances.at(-1)?.instance_id }]);
  });

  test('reports after saving that the instance isn’t one of the project', async () => {
    const { edit, prompts } = await world([save], [{ ...dev, instanceId: randomUUID() }]);
    await edit('dev');
    expect(prompts.shown.at(-1)).toEqual(line('warn', 'Saved connection "dev"', '1 instance.', 'isn’t one of them'));
  });

  test.each([
    [true, 'a'.repeat(16)],
    [false, undefined],
  ])('asks before it saves a project ID of 16 characters: %s', async (confirm, expected) => {
    const project = 'a'.repeat(16);
    const { edit, prompts, setting } = await world(['Project', project, save], [dev], { confirm });
    await edit('dev');
    expect(prompts.shown).toContainEqual(
      line('confirm with a warning', 'Save the connection anyway?', 'usually has 32', 'This one has 16'),
    );
    expect(setting()).toMatchObject([{ projectId: expected ?? service.projectId }]);
  });

  test('doesn’t save what can’t be used, and reports why', async () => {
    const { edit, prompts, setting } = await world(['Region', 'cn-east-3', save]);
    await edit('dev');
    expect(setting()).toEqual([dev]);
    expect(prompts.shown.at(-1)).toMatch(/\(Enter the project ID\.\)$/);
  });

  test('goes back from a property to the list', async () => {
    const { edit, prompts } = await world(['Name', { kind: 'back' }]);
    await edit('dev');
    expect(prompts.shown).toHaveLength(3);
  });

  test.each([
    ['the list', []],
    ['a property', ['Production', 'Name']],
  ])('changes nothing when the user leaves %s', async (_, replies) => {
    const { edit, setting } = await world(replies);
    await edit('dev');
    expect(setting()).toEqual([dev]);
  });

  test('asks which connection, and completes one that can’t be used', async () => {
    const { edit, setting, prompts } = await world(
      ['Region', 'local', 'Project', service.projectId, 'Instance', service.instanceId, save],
      [broken, 7],
      { picks: ['half'] },
    );
    await edit();
    expect(prompts.shown[0]).toBe('pick: Edit Connection: half, Connection 2');
    expect(setting()).toEqual([
      { name: 'half', region: 'local', projectId: service.projectId, instanceId: service.instanceId },
      7,
    ]);
  });

  test('doesn’t write over an entry that was changed in the meantime', async () => {
    const { services, prompts } = await world(['Production', save]);
    const other = [{ ...dev, region: 'r' }];
    const [first, ...later] = [[dev], other];
    const reads = [first, ...later];
    const connectionsSetting = { ...services.connectionsSetting, read: () => reads.shift() ?? other };
    await editConnection({ ...services, connectionsSetting })('dev');
    expect(prompts.shown.at(-1)).toContain('has changed');
  });

  test.each([
    ['none', [], 'error: There are no connections. Add one first. [Open Settings]'],
    ['no array', 7, 'error: "lakeformation.connections" must be an array of connections. [Open Settings]'],
  ])('reports that there is %s', async (_, connections, message) => {
    const { edit, prompts } = await world([], connections);
    await edit();
    expect(prompts.shown).toEqual([message]);
  });
});

describe('the secrets of a connection', () => {
  const own = { name: 'DB', connection: 'dev' };
  const renamed = ['Name', 'live', save];
  let value: string;
  beforeEach(() => (value = randomUUID()));

  test('go with it to another name', async () => {
    const { edit, services } = await world(renamed);
    await services.secrets.set(own, value);
    await services.secrets.set({ name: 'DB' }, randomUUID());
    await edit('dev');
    expect(await services.secrets.list()).toEqual([{ name: 'DB' }, { name: 'DB', connection: 'live' }]);
    expect(await services.secrets.getFor('live', 'DB')).toEqual({ kind: 'found', value, isShared: false });
  });

  test('stay those of another connection of that name', async () => {
    const { edit, services } = await world(renamed, [dev, { ...dev, region: 'r' }], { picks: ['dev'] });
    await services.secrets.set(own, value);
    await edit('dev');
    expect(await services.secrets.list()).toEqual([own]);
  });

  test('that can’t be stored under the new name are reported, and stay', async () => {
    const { edit, services, secrets, prompts } = await world(renamed);
    await services.secrets.set(own, value);
    secrets.store = async () => Promise.reject(new Error('The keyring cannot be written.'));
    await edit('dev');
    expect(prompts.shown).toContainEqual(line('warn', 'secrets of connection "dev" (DB)', 'secret storage failed'));
    expect(await services.secrets.get(own)).toEqual({ kind: 'found', value });
  });
});

describe('a sign-in', () => {
  const pasted = ['Paste a token'];

  test.each<[string, string[], boolean]>([
    ['stays with another instance', ['Instance', randomUUID(), save], true],
    ['is forgotten with another name', ['Name', 'live', save], false],
    ['is forgotten with another project', ['Project', 'a'.repeat(32), save], false],
    ['is forgotten with another address', ['LakeFormation Endpoint', 'https://lake.example', save], false],
  ])('%s', async (_, replies, stays) => {
    const { edit, secrets } = await world(replies, [dev], { confirm: true });
    await edit('dev');
    expect(secrets.entries.size).toBe(stays ? 1 : 0);
  });

  test('is asked for where there is none, which tests the connection', async () => {
    const token = service.tokens.issue();
    const { edit, prompts, secrets } = await world(['Name', 'live', save, ...pasted, token]);
    await edit('dev');
    expect(prompts.shown).toContain('pick: Sign in to live: IAM user, Access keys, Paste a token');
    expect(prompts.shown.at(-1)).toEqual(line('info', 'Signed in with a token', '1 instance.'));
    expect([...secrets.entries.keys()]).toEqual([expect.stringContaining('live')]);
  });

  test('that the service refuses are reported, with the way to sign in again', async () => {
    service.faults.next('listInstances', { kind: 'answer', answer: documented.unauthorized });
    const { edit, prompts } = await world([save]);
    await edit('dev');
    expect(prompts.shown.at(-1)).toEqual(line('error', 'Saved connection "dev"', '(401)', '[Sign In]'));
  });

  test('to a connection with another name is still the choice of its folder', async () => {
    const { edit, services } = await world(['Name', 'live', save], [dev, { ...dev, name: 'prod' }]);
    await services.connections.chooseIn(undefined, 'dev');
    await edit('dev');
    expect(services.connections.known()?.name).toBe('live');
  });
});
