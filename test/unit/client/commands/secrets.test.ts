import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { deleteSecret } from '../../../../client/src/commands/deleteSecret.ts';
import { explainVariable } from '../../../../client/src/commands/explainVariable.ts';
import { listSecrets } from '../../../../client/src/commands/listSecrets.ts';
import { setSecret } from '../../../../client/src/commands/setSecret.ts';
import { Secrets } from '../../../../client/src/secrets/secrets.ts';
import { noVariables } from '../../../../client/src/secrets/variables.ts';
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
    const shown = await run(setSecret, {
      texts: [' HIVE_PASSWORD '],
      secrets: [value],
      buttons: { 'is stored': 'Copy Reference' },
    });
    expect(shown).toEqual([
      line('input', '${secret:NAME}'),
      line('secret', 'HIVE_PASSWORD', 'secret storage'),
      line('info', '${secret:HIVE_PASSWORD}', '[Copy Reference]'),
      'copied: ${secret:HIVE_PASSWORD}',
    ]);
    expect(await secrets.get('HIVE_PASSWORD')).toEqual({ kind: 'found', value });
  });

  test('says when there is a secret of that name', async () => {
    await secrets.set('DB', randomUUID());
    const shown = await run(setSecret, { texts: ['DB'], secrets: [value] });
    expect(shown[1]).toEqual(line('secret', 'DB', 'takes its place'));
    expect(await secrets.get('DB')).toEqual({ kind: 'found', value });
  });

  test.each([
    ['no name', {}],
    ['no value', { texts: ['DB'] }],
    ['an empty value', { texts: ['DB'], secrets: [''] }],
    ['a name with a space', { texts: ['a b'] }],
    ['a name that ends the reference', { texts: ['a}'] }],
    ['a name that begins with a digit', { texts: ['1a'] }],
  ])('keeps nothing with %s', async (_, answers) => {
    await run(setSecret, answers);
    expect(await secrets.names()).toEqual([]);
  });

  test('says that a secret is in memory alone where the storage fails', async () => {
    storage.fails = true;
    const shown = await run(setSecret, { texts: ['DB'], secrets: [value] });
    expect(shown.at(-1)).toEqual(line('warn', 'secret storage', 'DB', 'until this window closes'));
    expect(await secrets.get('DB')).toEqual({ kind: 'found', value });
  });
});

describe('List Secrets', () => {
  beforeEach(async () => {
    await secrets.set('ONE', value);
    await secrets.set('TWO', randomUUID());
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
    expect(await secrets.get('ONE')).toEqual({ kind: 'found', value: next });
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
    await secrets.set('DB', value);
    expect(await run(deleteSecret, { picks: ['DB'], confirm: true })).toEqual([
      'pick: Delete a secret: DB',
      line('confirm', 'DB', 'Jobs that refer to it'),
      'info: The secret DB is deleted.',
    ]);
    expect(await secrets.get('DB')).toEqual({ kind: 'missing' });
  });

  test('leaves it when the user says no', async () => {
    await secrets.set('DB', value);
    await run(deleteSecret, { picks: ['DB'] });
    expect(await secrets.get('DB')).toEqual({ kind: 'found', value });
  });

  test('says that it may be there still where the storage fails', async () => {
    secrets.remember('DB', value);
    storage.fails = true;
    expect((await run(deleteSecret, { picks: ['DB'], confirm: true })).at(-1)).toEqual(
      line('error', 'secret storage', 'DB', 'may still be there'),
    );
  });
});

test.each([
  ['List Secrets', listSecrets],
  ['Delete Secret', deleteSecret],
])('%s says when there is none', async (_, command) => {
  expect(await run(command)).toEqual([line('info', 'Set Secret')]);
});

describe('after a secret was replaced by an environment variable', () => {
  const lookedUp = (): never => {
    throw new Error('no variable is to be read without a permission');
  };

  test.each([
    ['how to set it', { isBrowser: false, get: lookedUp }, line('info', 'Set', 'DB', 'start it again', 'Undo')],
    ['that a browser has none', { isBrowser: true, get: lookedUp }, line('warn', 'browser', 'DB')],
  ])('the message is %s, and the variable isn’t read', (_, variables, sentence) => {
    const prompts = new FakePrompts();
    explainVariable(variables, prompts)({ name: 'DB' });
    expect(prompts.shown).toEqual([sentence]);
  });

  test.each([undefined, null, 'DB', {}, { name: 7 }])('nothing is said of %j', (target) => {
    const prompts = new FakePrompts();
    explainVariable(noVariables, prompts)(target);
    expect(prompts.shown).toEqual([]);
  });
});
