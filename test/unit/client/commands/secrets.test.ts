import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { deleteSecret, forgetSecret } from '../../../../client/src/commands/deleteSecret.ts';
import { explainVariable } from '../../../../client/src/commands/explainVariable.ts';
import { listSecrets } from '../../../../client/src/commands/listSecrets.ts';
import { setSecret } from '../../../../client/src/commands/setSecret.ts';
import type { Connection } from '../../../../client/src/connections/connection.ts';
import type { SecretId } from '../../../../client/src/secrets/secretId.ts';
import { Secrets } from '../../../../client/src/secrets/secrets.ts';
import { noVariables } from '../../../../client/src/secrets/variables.ts';
import { dev } from '../../../support/connections.ts';
import { FakePrompts, line, type Answers } from '../../../support/prompts.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';

let storage: InMemorySecretStorage;
let secrets: Secrets;
let value: string;

beforeEach(() => {
  storage = new InMemorySecretStorage();
  secrets = new Secrets(storage, () => undefined);
  value = randomUUID();
});

/** Set Secret for a user with these connections. */
const setSecretWith =
  (...connections: readonly Connection[]): Command =>
  (kept, prompts) =>
    setSecret({ secrets: kept, prompts, usableConnections: () => connections });

type Command = (kept: Secrets, prompts: FakePrompts) => () => Promise<void>;

/** Runs a command for a user who answers so; returns what was shown to them and copied. */
async function run(command: Command, answers: Answers = {}): Promise<readonly string[]> {
  const prompts = new FakePrompts(answers);
  await command(secrets, prompts)();
  const shown = [...prompts.shown, ...prompts.copied.map((text) => `copied: ${text}`)];
  expect(shown.join('\n')).not.toContain(value);
  return shown;
}

describe('Set Secret', () => {
  test('keeps a value under a name, and has the reference copied', async () => {
    const shown = await run(setSecretWith(dev), {
      texts: [' HIVE_PASSWORD '],
      secrets: [value],
      buttons: { 'Stored secret': 'Copy Reference' },
    });
    expect(shown).toEqual([
      line('input', '${secret:NAME}'),
      line('secret', 'HIVE_PASSWORD', 'secret storage'),
      line('info', '${secret:HIVE_PASSWORD}', '[Copy Reference]'),
      'copied: ${secret:HIVE_PASSWORD}',
    ]);
    expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'found', value });
  });

  test('reports when there is a secret of that name', async () => {
    await secrets.set({ name: 'DB' }, randomUUID());
    const shown = await run(setSecretWith(dev), { texts: ['DB'], secrets: [value] });
    expect(shown[1]).toEqual(line('secret', 'DB', 'will be replaced'));
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value });
  });

  test.each([
    ['no name', {}],
    ['no value', { texts: ['DB'] }],
    ['an empty value', { texts: ['DB'], secrets: [''] }],
    ['a name with a space', { texts: ['a b'] }],
    ['a name that ends the reference', { texts: ['a}'] }],
    ['a name that begins with a digit', { texts: ['1a'] }],
  ])('keeps nothing with %s', async (_, answers) => {
    await run(setSecretWith(dev), answers);
    expect(await secrets.names()).toEqual([]);
  });

  test('reports that a secret is in memory alone if the storage fails', async () => {
    storage.fails = true;
    const shown = await run(setSecretWith(dev), { texts: ['DB'], secrets: [value] });
    expect(shown.at(-1)).toEqual(line('warn', 'secret storage', 'DB', 'until this window closes'));
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value });
  });
});

describe('Set Secret with several connections', () => {
  const command = setSecretWith({ ...dev, name: 'prod', production: true }, dev);
  const [shared, own] = [{ name: 'DB' }, { name: 'DB', connection: 'prod' }];

  test('asks which connection uses the secret, all of them first', async () => {
    const shown = await run(command, { texts: ['DB'], picks: ['prod'], secrets: [value] });
    expect(shown.slice(1)).toEqual([
      'pick: Secret DB: All Connections, prod, dev',
      line('secret', 'Secret DB of connection "prod"', 'for connection "prod" only'),
      line('info', '${secret:DB}', '[Copy Reference]'),
    ]);
    expect(await secrets.get(own)).toEqual({ kind: 'found', value });
    expect(await secrets.get(shared)).toEqual({ kind: 'missing' });
  });

  test('keeps one for all connections beside it, and reports which one it replaces', async () => {
    await secrets.set(own, value);
    const [first, second] = [randomUUID(), randomUUID()];
    await run(command, { texts: ['DB'], picks: ['All Connections'], secrets: [first] });
    const shown = await run(command, { texts: ['DB'], picks: ['prod'], secrets: [second] });
    expect(shown[2]).toEqual(line('secret', 'Connection "prod" has a secret with this name', 'will be replaced'));
    expect(await secrets.get(shared)).toEqual({ kind: 'found', value: first });
    expect(await secrets.get(own)).toEqual({ kind: 'found', value: second });
  });

  test('keeps nothing when the user leaves the question', async () => {
    await run(command, { texts: ['DB'], secrets: [value] });
    expect(await secrets.list()).toEqual([]);
  });
});

describe('List Secrets', () => {
  beforeEach(async () => {
    await secrets.set({ name: 'ONE' }, value);
    await secrets.set({ name: 'TWO' }, randomUUID());
  });

  test('has the names, and copies the reference to one', async () => {
    expect(await run(listSecrets, { picks: ['ONE', 'Copy Reference'] })).toEqual([
      'pick: Secrets: ONE, TWO',
      'pick: Secret ONE: Copy Reference, Replace, Delete',
      'status: Copied: ${secret:ONE}',
      'copied: ${secret:ONE}',
    ]);
  });

  test('replaces one', async () => {
    const next = randomUUID();
    await run(listSecrets, { picks: ['ONE', 'Replace'], secrets: [next] });
    expect(await secrets.get({ name: 'ONE' })).toEqual({ kind: 'found', value: next });
  });

  test('deletes one', async () => {
    await run(listSecrets, { picks: ['ONE', 'Delete'], confirm: true });
    expect(await secrets.names()).toEqual(['TWO']);
  });

  test.each([[[]], [['ONE']]])('does nothing when the user leaves after %j', async (picks) => {
    await run(listSecrets, { picks });
    expect(await secrets.names()).toEqual(['ONE', 'TWO']);
  });
});

describe('Delete Secret', () => {
  test('asks which and whether, and deletes it', async () => {
    await secrets.set({ name: 'DB' }, value);
    expect(await run(deleteSecret, { picks: ['DB'], confirm: true })).toEqual([
      'pick: Delete Secret: DB',
      line('confirm', 'DB', 'a job refers to this secret'),
      'info: Deleted secret "DB".',
    ]);
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'missing' });
  });

  test.each<[string, SecretId, string]>([
    ['of one connection', { name: 'DB', connection: 'prod' }, 'uses the secret of all connections instead'],
    ['of all connections', { name: 'DB' }, 'Connections with a secret of this name keep it'],
  ])('deletes that %s alone, and reports what is used then', async (_, id, consequence) => {
    const ids = [{ name: 'DB' }, { name: 'DB', connection: 'prod' }];
    for (const one of ids) await secrets.set(one, randomUUID());
    const prompts = new FakePrompts({ confirm: true });
    await forgetSecret(secrets, prompts, id);
    expect(prompts.shown[0]).toEqual(line('confirm', 'Delete secret "DB"', consequence));
    expect(await secrets.list()).toEqual(ids.filter(({ connection }) => connection !== id.connection));
  });

  test('leaves it when the user declines', async () => {
    await secrets.set({ name: 'DB' }, value);
    await run(deleteSecret, { picks: ['DB'] });
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value });
  });

  test('reports that it may be there still where the storage fails', async () => {
    secrets.remember({ name: 'DB' }, value);
    storage.fails = true;
    expect((await run(deleteSecret, { picks: ['DB'], confirm: true })).at(-1)).toEqual(
      line('error', 'DB', 'secret storage failed'),
    );
  });
});

test.each([
  ['List Secrets', listSecrets],
  ['Delete Secret', deleteSecret],
])('%s reports if there is none', async (_, command) => {
  expect(await run(command)).toEqual([line('info', 'Set Secret')]);
});

describe('after a secret was replaced by an environment variable', () => {
  const lookedUp = (): never => {
    throw new Error('no variable is to be read without a permission');
  };

  test.each([
    ['how to set it', { isBrowser: false, get: lookedUp }, line('info', 'Set', 'DB', 'restart VS Code', 'Undo')],
    ['that a browser has none', { isBrowser: true, get: lookedUp }, line('warn', 'browser', 'DB')],
  ])('the message is %s, and the variable isn’t read', (_, variables, sentence) => {
    const prompts = new FakePrompts();
    explainVariable(variables, prompts)({ name: 'DB' });
    expect(prompts.shown).toEqual([sentence]);
  });

  test.each([undefined, null, 'DB', {}, { name: 7 }])('nothing is reported for %j', (target) => {
    const prompts = new FakePrompts();
    explainVariable(noVariables, prompts)(target);
    expect(prompts.shown).toEqual([]);
  });
});
