import { beforeEach, describe, expect, it, vi } from 'vitest';
import { revokeEnvironmentPermissions } from '../../../../client/src/commands/revokeEnvironmentPermissions.ts';
import type { Folder } from '../../../../client/src/connections/choice.ts';
import { NotReadyError } from '../../../../client/src/failures/notReadyError.ts';
import { fillIn } from '../../../../client/src/secrets/fillIn.ts';
import { Secrets } from '../../../../client/src/secrets/secrets.ts';
import { VariablePermissions } from '../../../../client/src/state/variablePermissions.ts';
import { InMemoryMemento } from '../../../support/memento.ts';
import { FakePrompts, line, type Answers } from '../../../support/prompts.ts';
import { InMemorySecretStorage } from '../../../support/secretStorage.ts';

const folders = new Map<string, Folder>([
  ['file:///lake/a.lfjob.json', { uri: 'file:///lake', name: 'lake' }],
  ['file:///other/b.lfjob.json', { uri: 'file:///other', name: 'other' }],
]);
const [inLake, inOther, outside] = [...folders.keys(), 'file:///elsewhere/c.lfjob.json'];
const job = '{"jdbc_url": "jdbc:mysql://10.0.0.5/hive", "username": "${env:USER}", "password": "${env:WORD}"}';

let memory: InMemoryMemento;
beforeEach(() => {
  memory = new InMemoryMemento();
});

/** Fills in a job; returns what was shown, the variables that were read, and why it wasn't filled in. */
async function filledIn(text: string, uri = inLake, answers: Answers = { confirm: true }) {
  const prompts = new FakePrompts(answers);
  const get = vi.fn((name: string) => `value of ${name}`);
  const refusal = await fillIn(
    {
      prompts,
      usableConnections: () => [],
      secrets: new Secrets(new InMemorySecretStorage(), () => undefined),
      variables: { isBrowser: false, get },
      variablePermissions: new VariablePermissions(memory, () => undefined),
      containingFolder: (document) => folders.get(document),
      errorsOf: async () => Promise.resolve([]),
    },
    text,
    { uri, connection: 'dev' },
  ).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { shown: prompts.shown, read: get.mock.calls.map(([name]) => name), refusal };
}

describe('a job with references to environment variables', () => {
  it('asks before it reads them, with the properties that use them and no value', async () => {
    const { shown, read, refusal } = await filledIn(job);
    expect(shown).toEqual([
      line(
        'confirm',
        'folder "lake"',
        '\nUSER: username → mysql://10.0.0.5\nWORD: password → mysql://10.0.0.5\n',
        'once for each folder',
      ),
    ]);
    expect(shown.join('\n')).not.toContain('value of');
    expect(read).toEqual(['USER', 'WORD']);
    expect(refusal).toBeUndefined();
  });

  it('reads none of them if the user declines, and reports what to do', async () => {
    const { read, refusal } = await filledIn(job, inLake, { confirm: false });
    expect(refusal).toBeInstanceOf(NotReadyError);
    expect(String(refusal)).toMatch(/Not submitted.* USER, WORD\. .* Allow.*\$\{secret:NAME\}/);
    expect(read).toEqual([]);
    expect((await filledIn(job)).shown).toEqual([line('confirm', 'USER', 'WORD')]);
  });

  it('asks once for each folder and name, and once outside of all folders', async () => {
    await filledIn(job);
    expect((await filledIn(job)).shown).toEqual([]);
    const more = job.replace('{', '{"description": "${env:STAGE}",');
    expect((await filledIn(more)).shown).toEqual([expect.stringMatching(/\nSTAGE: description → .*\n(?![^]*USER)/)]);
    expect((await filledIn(job, inOther)).shown).toEqual([line('confirm', 'folder "other"', 'USER')]);
    expect((await filledIn(job, outside)).shown).toEqual([line('confirm', 'outside the workspace folders', 'USER')]);
    expect((await filledIn(job, outside)).shown).toEqual([]);
  });

  it('asks about no secret, and about nothing without a reference', async () => {
    expect((await filledIn('{"password": "$${env:A} ${env:} ${ENV:B}"}')).shown).toEqual([]);
    expect((await filledIn('{"password": "${secret:A}"}')).shown).toEqual([line('secret', 'A')]);
  });

  it('asks about at most 12 variables at a time, so that all of them are shown', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `V${index}`);
    const { shown } = await filledIn(JSON.stringify(names.map((name) => `\${env:${name}}`)));
    expect(shown).toHaveLength(3);
    for (const name of names) expect(shown.join('\n')).toContain(`\n${name}: `);
  });

  it('shows 3 of the properties that use a variable', async () => {
    const { shown } = await filledIn(JSON.stringify(Array(5).fill('${env:A}')));
    expect(shown).toEqual([line('confirm', '\nA: [0], [1], [2], and 2 more\n')]);
  });

  it.each([[7], [[]], [{ 'file:///lake': 'USER' }], [{ 'file:///lake': [7, null] }]])(
    'asks where another version has stored %j',
    async (value) => {
      await memory.update('lakeformation.environmentPermissions', value);
      expect((await filledIn(job)).shown).toEqual([line('confirm', 'USER', 'WORD')]);
      expect((await filledIn(job)).shown).toEqual([]);
    },
  );
});

describe('Revoke Permission to Read Environment Variables', () => {
  async function revoke(picks: readonly string[] = []): Promise<readonly string[]> {
    const prompts = new FakePrompts({ picks });
    await revokeEnvironmentPermissions({
      prompts,
      variablePermissions: new VariablePermissions(memory, () => undefined),
    })();
    return prompts.shown;
  }

  it('reports if there is none', async () => {
    expect(await revoke()).toEqual([line('info', 'No job')]);
  });

  it('lists them, and revokes the one that is selected', async () => {
    await filledIn(job);
    expect(await revoke(['WORD'])).toEqual([
      'pick: Revoke Permission to Read Environment Variables: All Environment Variables, USER, WORD',
      line('status', 'Permission revoked'),
    ]);
    expect((await filledIn(job)).shown).toEqual([expect.stringMatching(/\nWORD: (?![^]*USER)/)]);
  });

  it('revokes all of them', async () => {
    await filledIn(job);
    await filledIn(job, outside);
    await revoke(['All Environment Variables']);
    expect(new VariablePermissions(memory, () => undefined).all()).toEqual([]);
  });

  it('revokes none when the user cancels', async () => {
    await filledIn(job);
    await revoke();
    expect((await filledIn(job)).shown).toEqual([]);
  });
});
