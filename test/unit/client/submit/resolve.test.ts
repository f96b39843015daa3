import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setSecret } from '../../../../client/src/commands/setSecret.ts';
import { namesKey, Secrets } from '../../../../client/src/secrets/secrets.ts';
import { noVariables, type Variables } from '../../../../client/src/secrets/variables.ts';
import { documented } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { FakePrompts, line, type Answers } from '../../../support/prompts.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';
import { connectionTo, environmentWith, openSignedInWindow } from '../../../support/submitWindow.ts';

let service: LocalService;
let storage: InMemorySecretStorage;
/** Marked, and with what JSON writes another way. */
let canary: string;

beforeEach(async () => {
  service = await startService();
  storage = new InMemorySecretStorage();
  canary = `c4n4ry"${randomUUID()}\\`;
});
afterEach(async () => service.close());

const jobWith = (properties: string): string => jobWithProperties('datasource_parameter', properties);

/** Submits a document as a signed-in user, who confirms. */
async function submitted(text: string, answers: Answers = {}, variables: Variables = noVariables) {
  const window = await openSignedInWindow(service, {
    text,
    answers: { confirm: true, ...answers },
    variables,
    secretStorage: storage,
  });
  await window.submit();
  return { ...window, secrets: window.services.secrets, shown: window.prompts.shown };
}

const bodies = (): unknown[] =>
  service.requests.of('createJob').map(({ body }) => {
    const sent: unknown = JSON.parse(body);
    return sent;
  });

describe('a job with references', () => {
  test('is sent with their values, and the confirmation names them', async () => {
    await new Secrets(storage, () => undefined).set({ name: 'DB' }, canary);
    const text = jobWith('"password": "${secret:DB}", "username": "${env:HIVE_USER}"');
    const { shown } = await submitted(text, {}, environmentWith({ HIVE_USER: 'hive' }));
    expect(bodies()).toEqual([JSON.parse(jobWith(`"password": ${JSON.stringify(canary)}, "username": "hive"`))]);
    expect(shown.findLast((line) => line.startsWith('choose'))?.split('\n')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^⚠ New: \$\{env:HIVE_USER\} in username → mysql:/),
        expect.stringMatching(/^⚠ New: \$\{secret:DB\} in password → mysql:/),
      ]),
    );
  });

  test('is sent without the dollar sign that escapes', async () => {
    await submitted(jobWithProperties('job', '"description": "all of $${region}"'));
    expect(bodies()).toMatchObject([{ description: 'all of ${region}' }]);
  });
});

describe('a secret that isn’t stored', () => {
  test('is asked for by its name before anything is sent, and stored', async () => {
    const text = jobWith('"password": "${secret:DB}", "username": "hive"');
    const { shown, secrets } = await submitted(text, { secrets: [canary] });
    expect(shown[0]).toEqual(line('secret', 'DB', 'secret storage'));
    expect(bodies()).toHaveLength(1);
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'found', value: canary });
  });

  test('and not entered either ends the submission', async () => {
    await submitted(jobWith('"password": "${secret:DB}"'));
    expect(service.requests.all).toEqual([]);
  });

  test('is used and kept in memory where the storage fails', async () => {
    storage.fails = true;
    const { shown } = await submitted(jobWith('"password": "${secret:DB}"'), { secrets: [canary] });
    expect(shown[0]).toEqual(line('secret', 'DB', 'failed', 'until this window closes'));
    expect(bodies()).toHaveLength(1);
  });

  test('as the storage is locked isn’t written over', async () => {
    await new Secrets(storage, () => undefined).set({ name: 'DB' }, canary);
    storage.fails = true;
    const { secrets } = await submitted(jobWith('"password": "${secret:DB}"'), { secrets: [randomUUID()] });
    storage.fails = false;
    expect(storage.entries.get('lakeformation.secret:DB')).toBe(canary);
    expect(await secrets.names()).toEqual(['DB']);
  });
});

describe('with several connections', () => {
  const own = { name: 'DB', connection: 'dev' };
  const text = jobWith('"password": "${secret:DB}"');

  /** Submits a document to the first of two connections. */
  async function submittedToFirst(answers: Answers = {}, production = false) {
    const connections = [{ ...connectionTo(service), production }, connectionTo(service, 'other')];
    const options = { text, connections, secretStorage: storage };
    const window = await openSignedInWindow(service, { ...options, answers: { confirm: true, ...answers } });
    await window.services.connections.chooseIn(undefined, 'dev');
    await window.submit();
    return { secrets: window.services.secrets, shown: window.prompts.shown };
  }

  const sentPasswords = (): string[] => service.requests.of('createJob').map(({ body }) => body);
  const review = (shown: readonly string[]): string => shown.find((one) => one.startsWith('choose')) ?? '';

  test('a job gets the connection’s own secret', async () => {
    const secrets = new Secrets(storage, () => undefined);
    await secrets.set(own, canary);
    await secrets.set({ name: 'DB' }, randomUUID());
    await secrets.set({ ...own, connection: 'other' }, randomUUID());
    const { shown } = await submittedToFirst();
    expect(sentPasswords()).toEqual([jobWith(`"password": ${JSON.stringify(canary)}`)]);
    expect(review(shown)).not.toContain('all connections');
  });

  test.each([
    [false, '\nSecret used by all connections: DB'],
    [true, '\n⚠ Secret used by all connections: DB'],
  ])(
    'a job gets the one of all connections where there is no other, and the review names it: production %s',
    async (production, expected) => {
      await new Secrets(storage, () => undefined).set({ name: 'DB' }, canary);
      const { shown } = await submittedToFirst({}, production);
      expect(sentPasswords()).toEqual([jobWith(`"password": ${JSON.stringify(canary)}`)]);
      expect(review(shown)).toContain(expected);
    },
  );

  test('a secret that is asked for is stored for the connection alone', async () => {
    await new Secrets(storage, () => undefined).set({ ...own, connection: 'other' }, randomUUID());
    const { shown, secrets } = await submittedToFirst({ secrets: [canary] });
    expect(shown[0]).toEqual(line('secret', 'Secret DB of connection "dev"', 'for connection "dev" only'));
    expect(await secrets.get(own)).toEqual({ kind: 'found', value: canary });
    expect(await secrets.get({ name: 'DB' })).toEqual({ kind: 'missing' });
    expect(review(shown)).not.toContain('all connections');
  });
});

describe('nothing is sent', () => {
  test.each<[string, string, Variables, unknown]>([
    ['without a variable', '"password": "${env:DB}"', environmentWith({}), line('error', 'variable DB')],
    [
      'without several',
      '"password": "${env:DB}", "username": "${env:HIVE_USER}${secret:ASKED_LATER}"',
      environmentWith({}),
      line('error', 'variables HIVE_USER, DB'),
    ],
    [
      'in a browser, which has none',
      '"password": "${env:DB}"',
      noVariables,
      line('error', 'browser', 'DB', '${secret:NAME}'),
    ],
    [
      'when a value does not do',
      '"password": "", "username": "${env:HIVE_USER}"',
      environmentWith({ HIVE_USER: 'u'.repeat(300) }),
      line('error', '$.parameter.metadata_migration_parameter.datasource_parameter.username', '255'),
    ],
    [
      'when the job gets too large',
      '"password": "${env:DB}"',
      environmentWith({ DB: 'x'.repeat(12 * 1024 * 1024) }),
      line('error', '12 MB'),
    ],
  ])('%s', async (_, properties, variables, sentence) => {
    const { shown } = await submitted(jobWith(properties), {}, variables);
    expect(shown.filter((text) => !text.startsWith('confirm: Allow'))).toEqual([sentence]);
    expect(service.requests.all).toEqual([]);
  });

  test.each([
    ['name', 'secret'],
    ['name', 'env'],
    ['type', 'secret'],
    ['type', 'env'],
  ])('of a job with a %s that has a reference of kind %s, and its value isn’t even read', async (property, kind) => {
    const text = jobWithProperties('job', `"${property}": "a_\${${kind}:DB}"`);
    const get = vi.fn(() => canary);
    const { shown, log } = await submitted(text, {}, { isBrowser: false, get });
    expect(shown).toEqual([line('error', `"${property}"`, `\${${kind}:DB}`)]);
    expect(get).not.toHaveBeenCalled();
    expect(log).toEqual([]);
    expect(service.requests.all).toEqual([]);
  });

  test('of a value that doesn’t do, and it isn’t shown', async () => {
    const text = jobWithProperties('permission_migration_parameter', '"policy_type": "${env:TYPE}"');
    const { shown } = await submitted(text, {}, environmentWith({ TYPE: canary }));
    expect(shown.at(-1)).toMatch(
      /^error: Not submitted: with references replaced, the job has (?:an error|\d+ errors)/,
    );
    expect(shown.join('\n')).not.toContain('c4n4ry');
  });
});

describe('a marked secret', () => {
  const text = (): string =>
    jobWithProperties(
      'job',
      '"description": "uses ${secret:NOTE}", "x_unknown": "${secret:NOTE}", "y_unknown": "jdbc:mysql://hive:${env:HIVE_WORD}@host:1/m"',
    ).replace('"location"', '"x_password": "${secret:DB}", "location"');

  test.each([
    ['created', undefined],
    ['refused with an answer that repeats it', 'repeats'],
    ['lost', 'lost'],
  ])('goes to the service alone when the job is %s', async (_, fault) => {
    const note = `c4n4ry\n${randomUUID()}`;
    const word = `c4n4ry${randomUUID()}`;
    const commands = new FakePrompts({ texts: ['DB', 'NOTE'], secrets: [canary, note] });
    const kept = new Secrets(storage, () => undefined);
    const set = setSecret({ secrets: kept, prompts: commands, usableConnections: () => [] });
    await set();
    await set();
    if (fault === 'repeats') {
      const body = { error_code: 'common.00000400', error_msg: `wrong: ${canary}, ${JSON.stringify(note)}, ${word}` };
      service.faults.next('createJob', { kind: 'answer', answer: { ...documented.badRequest, body } });
    }
    if (fault === 'lost') service.faults.next('createJob', { kind: 'cut', when: 'after' });
    const world = await submitted(
      text(),
      { buttons: { Created: 'Show Response' } },
      environmentWith({ HIVE_WORD: word }),
    );
    const [sent] = service.requests.of('createJob');
    expect(sent?.body).toContain(JSON.stringify(canary).slice(1, -1));
    expect(sent?.body).toContain(JSON.stringify(note).slice(1, -1));
    expect(sent?.body).toContain(word);
    if (fault === undefined) await expect.poll(() => world.responses).toHaveLength(1);
    const everythingElse = [
      ...world.shown,
      ...world.prompts.copied,
      ...world.prompts.opened,
      ...world.log,
      ...world.responses,
      ...world.checked,
      ...commands.shown,
      ...commands.copied,
      storage.entries.get(namesKey),
    ];
    expect(world.log.length).toBeGreaterThan(0);
    expect(everythingElse.filter((one) => one?.includes('c4n4ry'))).toEqual([]);
    expect(service.requests.all.filter(({ url }) => url.includes('c4n4ry'))).toEqual([]);
  });
});
