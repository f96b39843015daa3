import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { submitChangedJobs } from '../../../../../client/src/commands/submitChangedJobs.ts';
import { submitJob } from '../../../../../client/src/commands/submitJob.ts';
import { documented } from '../../../../service/answers.ts';
import { startService, type LocalService } from '../../../../service/service.ts';
import { line } from '../../../../support/prompts.ts';
import { InMemoryStorage } from '../../../../support/sharedStorage.ts';
import {
  connectionTo,
  openSignedInWindow,
  type SubmitWindow,
  type WindowOptions,
} from '../../../../support/submitWindow.ts';
import { jobFor } from '../../../service/sampleJobs.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});
afterEach(async () => service.close());

/** A job file's text. */
const jobText = (name: string, description = 'd'): string => JSON.stringify({ ...jobFor(service), name, description });

/** The URI of a file. */
const file = (name: string): string => `file:///jobs/${name}.lfjob.json`;

/** Two jobs that don't exist yet. */
const twoJobs = (): Record<string, string> => ({ [file('a')]: jobText('job_a'), [file('b')]: jobText('job_b') });

async function openWith(
  documents: Readonly<Record<string, string>>,
  options: WindowOptions = {},
): Promise<SubmitWindow> {
  return openSignedInWindow(service, { documents, ...options });
}

/** Submits the documents as the Explorer does when they are selected. */
async function submitSelected(window: SubmitWindow, uris: readonly string[]): Promise<void> {
  await submitJob(window.services)(uris[0], uris);
}

/** Submits two jobs that don't exist yet; returns the window and the last message. */
async function submitTwo(documents = twoJobs(), options: WindowOptions = {}): Promise<SubmitWindow & { last: string }> {
  const window = await openWith(documents, { answers: { choices: ['Submit 2 Jobs'] }, ...options });
  await submitSelected(window, Object.keys(documents));
  return { ...window, last: window.prompts.shown.at(-1) ?? '' };
}

const names = (): unknown[] => service.jobs.all.map(({ name }) => name);

describe('several documents', () => {
  test('are reviewed once, sent once each, and reported once', async () => {
    const { prompts, last } = await submitTwo();
    expect(prompts.shown.filter((shown) => shown.startsWith('choose'))).toEqual([
      [
        'choose: Submit 2 jobs to dev? [Submit 2 Jobs] [Show Table]',
        'Create 2: job_a, job_b',
        '',
        `Connection: dev (${service.url}), instance ${service.instanceId}`,
      ].join('\n'),
    ]);
    expect(last).toBe('info: Jobs: 2 created. [Show Table]');
    expect(names()).toEqual(['job_a', 'job_b']);
    expect(service.requests.of('createJob')).toHaveLength(2);
  });

  test('with a secret that all connections use are shown with its name in the table', async () => {
    const connections = [connectionTo(service), connectionTo(service, 'other')];
    const documents = { ...twoJobs(), [file('a')]: jobText('job_a', '${secret:NOTE}') };
    const window = await openWith(documents, { connections, answers: { choices: ['Show Table'] } });
    await window.services.connections.chooseIn(undefined, 'dev');
    await window.services.secrets.set({ name: 'NOTE' }, randomUUID());
    await submitSelected(window, Object.keys(documents));
    expect(window.tables[0]?.table).toContain('\n    Secret used by all connections: NOTE\n');
  });

  test('are compared with the service, and what is unchanged isn’t sent', async () => {
    await submitTwo();
    const documents = { ...twoJobs(), [file('b')]: jobText('job_b', 'other'), [file('c')]: jobText('job_c') };
    const { prompts, last } = await submitTwo(documents);
    expect(prompts.shown.find((shown) => shown.startsWith('choose'))).toContain(
      '[Show Table] [Submit 2 Jobs]\nCreate 1: job_c\nUpdate 1: job_b\nUnchanged 1: job_a\n',
    );
    expect(last).toBe('info: Jobs: 1 created, 1 updated, 1 unchanged. [Show Table]');
    expect(service.requests.of('updateJob')).toHaveLength(1);
  });

  test('are compared four at a time', async () => {
    const names = ['job_a', 'job_b', 'job_c', 'job_d', 'job_e'];
    const documents = Object.fromEntries(names.map((name) => [file(name), jobText(name)]));
    const release = service.faults.hold('listJobs', 'before', 4);
    const submitting = submitSelected(await openWith(documents), Object.keys(documents));
    await service.requests.waitFor('listJobs', 4);
    release();
    await submitting;
    expect(service.requests.of('listJobs')).toHaveLength(5);
  });

  test('that are all unchanged aren’t asked about', async () => {
    await submitTwo();
    const { prompts, last } = await submitTwo();
    expect(prompts.shown.filter((shown) => shown.startsWith('choose'))).toEqual([]);
    expect(last).toBe('info: Jobs: 2 unchanged. [Show Table]');
  });

  test('leave no attempt open that a later Submit Job would replace', async () => {
    const namesakes = { [file('a')]: jobText('job_a'), [file('b')]: jobText('job_a') };
    const { services } = await submitTwo(namesakes);
    for (const uri of Object.keys(namesakes)) expect(services.attempts.start(uri).isRepeated).toBe(false);
  });

  test('aren’t sent when the user cancels', async () => {
    await submitTwo(twoJobs(), { answers: {} });
    expect(names()).toEqual([]);
  });

  test('are in a table, with what changes', async () => {
    await submitTwo();
    const documents = { [file('a')]: jobText('job_a', 'other'), [file('c')]: jobText('job_c') };
    const { tables, prompts } = await submitTwo(documents, {
      answers: { choices: ['Show Table'], picks: ['Submit 2 Jobs'], buttons: { 'Jobs:': 'Show Table' } },
    });
    const [job] = service.jobs.all;
    expect(tables.map(({ table }) => table.trim().split('\n'))).toEqual([
      [
        'Submit 2 jobs to dev?',
        'Create 1: job_c',
        'Update 1: job_a',
        '',
        `Connection: dev (${service.url}), instance ${service.instanceId}`,
        '',
        'Create 1',
        '  job_c → dev (c.lfjob.json)',
        '',
        'Update 1',
        '  job_a → dev (a.lfjob.json)',
        `    Job: ${job?.id ?? '?'}`,
        '    Changes: description',
      ],
      [
        '1 created',
        '  job_c → dev (c.lfjob.json)',
        expect.stringMatching(/^ {4}Created "job_c" \(ID /),
        '',
        '1 updated',
        '  job_a → dev (a.lfjob.json)',
        expect.stringMatching(/^ {4}Updated "job_a" \(ID /),
      ],
    ]);
    expect(prompts.shown).toContainEqual(line('pick', 'Submit 2 jobs to dev?', 'Cancel, Submit 2 Jobs'));
  });

  test('with errors stay behind, and the others go', async () => {
    const documents = { ...twoJobs(), [file('c')]: '{"name": "job_c"}', 'file:///jobs/readme.json': '{}' };
    const { last } = await submitTwo(documents);
    expect(last).toBe('error: Jobs: 2 not submitted, 2 created. [Show Table]');
    expect(names()).toEqual(['job_a', 'job_b']);
  });

  test('with errors are opened, so that the Problems view has them', async () => {
    const options = { errors: 2, answers: { buttons: { 'Jobs:': 'Open Problems' } } };
    const { last, shown, prompts } = await submitTwo(twoJobs(), options);
    expect(last).toBe('error: Jobs: 2 not submitted. [Show Table] [Open Problems]');
    expect(shown()).toBe(2);
    expect(prompts.opened).toEqual(['problems']);
  });

  test('that would create the same job twice stay behind', async () => {
    const { last } = await submitTwo({ ...twoJobs(), [file('c')]: jobText('job_c'), [file('copy')]: jobText('job_c') });
    expect(last).toBe('error: Jobs: 2 not submitted, 2 created. [Show Table]');
    expect(names()).toEqual(['job_a', 'job_b']);
  });

  test('of a name that several jobs have stay behind, unless it is known which one they became', async () => {
    const first = await submitTwo();
    const again = await openSignedInWindow(service, {
      text: jobText('job_a'),
      answers: { choices: ['Create Another Job'] },
    });
    await again.submit();
    expect(names()).toEqual(['job_a', 'job_b', 'job_a']);
    const documents = { [file('a')]: jobText('job_a', 'other'), [file('b')]: jobText('job_b', 'other') };
    const other = await openWith(documents, {
      answers: { choices: ['Submit 1 Job'], buttons: { 'Jobs:': 'Show Table' } },
    });
    await submitSelected(other, Object.keys(documents));
    expect(other.tables.at(-1)?.table).toContain('2 jobs have this name');
    const same = await openWith(documents, { storage: first.storage, answers: { choices: ['Submit 1 Job'] } });
    await submitSelected(same, Object.keys(documents));
    expect(same.prompts.shown.at(-1)).toBe('info: Jobs: 1 updated, 1 unchanged. [Show Table]');
  });

  test('have no secret in a question or table', async () => {
    const secret = randomUUID();
    const documents = Object.fromEntries(
      ['job_a', 'job_b'].map((name) => [
        file(name),
        jobText(name, `see ${secret}`).replace('{', `{"password":"${secret}",`),
      ]),
    );
    const { prompts, tables } = await submitTwo(documents, {
      answers: { choices: ['Show Table'], picks: ['Submit 2 Jobs'], buttons: { 'Jobs:': 'Show Table' } },
    });
    expect(tables).toHaveLength(2);
    expect(JSON.stringify([prompts.shown, tables])).not.toContain(secret);
  });

  test('go on after one that the service refuses, which is marked in its document', async () => {
    service.faults.next('createJob', { kind: 'answer', answer: documented.badRequest });
    const { last, answered } = await submitTwo();
    expect(last).toMatch(/^error: Jobs: 1 not submitted, 1 created\./);
    expect(answered).toHaveLength(1);
    expect(names()).toEqual(['job_b']);
  });

  test('stop at an outcome that isn’t clear', async () => {
    service.faults.next('createJob', { kind: 'cut', when: 'before' });
    const { last, tables } = await submitTwo(twoJobs(), {
      answers: { choices: ['Submit 2 Jobs'], buttons: { 'Jobs:': 'Show Table' } },
    });
    expect(last).toBe('error: Jobs: 1 not submitted, 1 not confirmed. [Show Table]');
    expect(tables.at(-1)?.table).toContain('Not submitted: stopped after "job_a".');
    expect(service.requests.of('createJob')).toHaveLength(1);
  });

  test.each(['keys', 'add'] as const)('aren’t sent where they can’t be recorded: %s fails', async (operation) => {
    const { last, tables } = await submitTwo(twoJobs(), {
      storage: new InMemoryStorage(operation),
      answers: { choices: ['Submit 2 Jobs'], buttons: { 'Jobs:': 'Show Table' } },
    });
    expect(last).toBe('error: Jobs: 2 not submitted. [Show Table]');
    expect(tables.at(-1)?.table).toContain('couldn’t record the submission (The storage fails');
    expect(service.requests.of('createJob')).toEqual([]);
  });

  test('are found again where only the answer was lost', async () => {
    service.faults.next('createJob', { kind: 'cut', when: 'after' });
    expect((await submitTwo()).last).toBe('info: Jobs: 2 created. [Show Table]');
  });

  test('aren’t sent by Enter for production, nor with a warning', async () => {
    const production = [{ ...connectionTo(service), production: true }];
    const { prompts } = await submitTwo(twoJobs(), { connections: production, isUnsaved: true });
    expect(prompts.shown.find((shown) => shown.startsWith('choose'))).toContain(
      [
        'choose with a warning: Submit 2 jobs to dev? [Show Table] [Submit 2 Jobs]',
        '⚠ dev is a production connection.',
        '⚠ job_a: The file isn’t saved.',
        '⚠ job_b: The file isn’t saved.',
      ].join('\n'),
    );
  });

  test('need a trusted workspace', async () => {
    const { prompts } = await submitTwo(twoJobs(), { trusted: false });
    expect(prompts.shown).toEqual([line('error', 'isn’t trusted')]);
  });
});

describe('Submit Changed Jobs', () => {
  test('submits those that have changed since, and new ones', async () => {
    const { storage } = await submitTwo();
    const documents = { ...twoJobs(), [file('b')]: jobText('job_b', 'other') };
    const window = await openWith(documents, { storage, answers: { choices: ['Submit 1 Job'] } });
    await submitChangedJobs(window.services)();
    expect(window.prompts.shown.find((shown) => shown.startsWith('choose'))).toContain(
      'Submit 1 job to dev? [Show Table] [Submit 1 Job]\nUpdate 1: job_b\n',
    );
    expect(window.prompts.shown.at(-1)).toBe('info: Jobs: 1 updated. [Show Table]');
  });

  test.each<[string, () => Record<string, string>, unknown]>([
    ['nothing has changed', twoJobs, line('info', 'no job has changed')],
    ['there are no jobs', () => ({}), line('info', 'no .lfjob.json files')],
  ])('reports that %s', async (_, documents, expected) => {
    const { storage } = await submitTwo();
    const window = await openWith(documents(), { storage });
    await submitChangedJobs(window.services)();
    expect(window.prompts.shown).toEqual([expected]);
  });
});
