import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { moveSecret } from '../../../../client/src/commands/moveSecret.ts';
import type { Connection } from '../../../../client/src/connections/connection.ts';
import { Secrets } from '../../../../client/src/secrets/secrets.ts';
import { dev } from '../../../support/connections.ts';
import { FakePrompts, line, type Answers } from '../../../support/prompts.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';

const params = {
  uri: 'test:/job.lfjob.json',
  version: 1,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  name: 'HIVE_PASSWORD',
};

let storage: InMemorySecretStorage;
let secrets: Secrets;
let value: string;
/** The first one is that of the document. */
let connections: readonly Connection[];

beforeEach(() => {
  storage = new InMemorySecretStorage();
  secrets = new Secrets(storage, () => undefined);
  value = randomUUID();
  connections = [];
});

/**
 * Moves the secret out of a document that has only that.
 * @param changed whether the document is changed by the time the secret is stored
 */
async function moved(answers: Answers, source = value, changed = false) {
  const prompts = new FakePrompts(answers);
  let text = source;
  const move = moveSecret({
    prompts,
    secrets,
    usableConnections: () => connections,
    connections: { known: () => connections[0] },
    textAt: () => text,
    replaceAt: async (_, replacement) => {
      // Whatever the text loses is kept already.
      expect(JSON.stringify([...storage.entries.values()])).toContain(JSON.stringify(value).slice(1, -1));
      if (!changed) text = replacement;
      return Promise.resolve(!changed);
    },
  });
  await move(params);
  expect(prompts.shown.join('\n')).not.toContain(value);
  return { text, shown: prompts.shown };
}

test('a secret is stored, and then replaced with a reference', async () => {
  const { text, shown } = await moved({ texts: [''] });
  expect(text).toBe('${secret:HIVE_PASSWORD}');
  expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'found', value });
  expect(shown).toEqual([line('input', '${secret:NAME}'), line('info', 'HIVE_PASSWORD')]);
});

test('the name is the user’s', async () => {
  expect((await moved({ texts: ['PROD_DB'] })).text).toBe('${secret:PROD_DB}');
});

test.each([
  ['what JSON escapes', 'a\\"\\u00e9\\\\', 'a"é\\'],
  ['${ itself', 'a$${b}', 'a${b}'],
])('%s is stored as it would be sent', async (_, source, sent) => {
  value = sent;
  await moved({ texts: [''] }, source);
  expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'found', value: sent });
});

describe('where there is another secret of that name', () => {
  const other = randomUUID();
  beforeEach(async () => secrets.set({ name: 'HIVE_PASSWORD' }, other));

  test('another name is proposed', async () => {
    expect((await moved({ texts: [''] })).text).toBe('${secret:HIVE_PASSWORD_2}');
    expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'found', value: other });
  });

  test.each<[string, Answers]>([
    ['when the user cancels', {}],
    ['when another name is asked for, and none is entered', { choices: ['Use Another Name'] }],
  ])('it stays, and so does the text, %s', async (_, answers) => {
    const { text, shown } = await moved({ texts: ['HIVE_PASSWORD'], ...answers });
    expect(text).toBe(value);
    expect(shown[1]).toMatch(/^choose with a warning: .* HIVE_PASSWORD\. \[Use Another Name\] \[Replace\]\n/);
    expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'found', value: other });
  });

  test('it is replaced if the user confirms it', async () => {
    const { text } = await moved({ texts: ['HIVE_PASSWORD'], choices: ['Replace'] });
    expect(text).toBe('${secret:HIVE_PASSWORD}');
    expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'found', value });
  });

  test('it stays beside the new one, which gets another name', async () => {
    const { text } = await moved({ texts: ['HIVE_PASSWORD', ''], choices: ['Use Another Name'] });
    expect(text).toBe('${secret:HIVE_PASSWORD_2}');
    expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'found', value: other });
    expect(await secrets.get({ name: 'HIVE_PASSWORD_2' })).toEqual({ kind: 'found', value });
  });

  test('the same secret keeps its name', async () => {
    value = other;
    expect((await moved({ texts: [''] })).text).toBe('${secret:HIVE_PASSWORD}');
  });
});

describe('with several connections', () => {
  const other = randomUUID();
  const own = { name: 'HIVE_PASSWORD', connection: 'dev' };
  beforeEach(() => (connections = [dev, { ...dev, name: 'prod', production: true }]));

  test('the document’s connection is offered first, and then uses the secret alone', async () => {
    const { text, shown } = await moved({ picks: ['dev'], texts: [''] });
    expect(text).toBe('${secret:HIVE_PASSWORD}');
    expect(shown[0]).toBe('pick: Move to Secret Storage: dev, All Connections, prod');
    expect(shown.at(-1)).toEqual(line('info', 'Stored as HIVE_PASSWORD (Connection dev).'));
    expect(await secrets.get(own)).toEqual({ kind: 'found', value });
    expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'missing' });
  });

  test('one connection’s secret may have the name of another that all connections use', async () => {
    await secrets.set({ name: 'HIVE_PASSWORD' }, other);
    expect((await moved({ picks: ['dev'], texts: [''] })).text).toBe('${secret:HIVE_PASSWORD}');
    expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'found', value: other });
  });

  test('a secret of all connections gets a name that the document’s connection has no other secret of', async () => {
    await secrets.set(own, other);
    const answers = { picks: ['All Connections'], texts: ['HIVE_PASSWORD', ''], choices: ['Use Another Name'] };
    const { text, shown } = await moved(answers);
    expect(shown[2]).toMatch(/^choose with a warning: Connection "dev" has .* HIVE_PASSWORD\. \[Use Another Name\]\n/);
    expect(text).toBe('${secret:HIVE_PASSWORD_2}');
    expect(await secrets.list()).toEqual([own, { name: 'HIVE_PASSWORD_2' }]);
  });

  test('nothing is stored when the user leaves the question', async () => {
    expect((await moved({ texts: [''] })).text).toBe(value);
    expect(await secrets.list()).toEqual([]);
  });
});

describe('the text stays unchanged', () => {
  test('when the storage fails', async () => {
    storage.fails = true;
    const { text, shown } = await moved({ texts: [''] });
    expect(text).toBe(value);
    expect(shown.at(-1)).toEqual(line('error', 'secret storage', 'environment variable'));
  });

  test('when the storage can be read and not written: memory wouldn’t do', async () => {
    storage.store = async () => Promise.reject(new Error('The keyring cannot be written.'));
    const { text, shown } = await moved({ texts: [''] });
    expect(text).toBe(value);
    expect(shown.at(-1)).toMatch(/^error: Couldn’t store the secret: the secret storage failed\./);
    expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'missing' });
  });

  test('if it has changed in the meantime; the secret is stored', async () => {
    const { text, shown } = await moved({ texts: [''] }, value, true);
    expect(text).toBe(value);
    expect(shown.at(-1)).toMatch(/^warn: Stored as HIVE_PASSWORD, but the document has changed/);
    expect(await secrets.get({ name: 'HIVE_PASSWORD' })).toEqual({ kind: 'found', value });
  });

  test('when the user leaves', async () => {
    expect((await moved({})).text).toBe(value);
    expect(await secrets.names()).toEqual([]);
  });

  test.each(['', 'a"b', 'a\nb'])('if the value isn’t a secret: %j', async (source) => {
    const { text, shown } = await moved({ texts: [''] }, source);
    expect(text).toBe(source);
    expect(shown).toEqual([line('error', 'changed')]);
  });
});

test.each([undefined, null, 'x', {}, { ...params, range: {} }, { ...params, version: '1' }, { ...params, name: 7 }])(
  'a target that the language server doesn’t send moves nothing: %j',
  async (target) => {
    const prompts = new FakePrompts({ texts: [''] });
    const unexpected = (): never => {
      throw new Error('nothing is to be read or written');
    };
    const services = { prompts, secrets, usableConnections: unexpected, connections: { known: unexpected } };
    await moveSecret({ ...services, textAt: unexpected, replaceAt: unexpected })(target);
    expect(prompts.shown).toEqual([line('error', 'changed')]);
  },
);
