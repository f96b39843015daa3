import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteJobs, forSelectedJobs } from '../../../../../client/src/commands/changeJobs.ts';
import { jobArgument } from '../../../../../client/src/commands/jobOf.ts';
import { changeSeveral } from '../../../../../client/src/jobs/change/changeSeveral.ts';
import type { JobReference } from '../../../../../client/src/watch/jobReference.ts';
import { documented } from '../../../../service/answers.ts';
import { startService, type LocalService } from '../../../../service/service.ts';
import { line, type Answers } from '../../../../support/prompts.ts';
import { answer } from '../../../../support/submissionFaults.ts';
import { connectionTo, openWindow, pastedSession, type SubmitWindow } from '../../../../support/submitWindow.ts';

let service: LocalService;

beforeEach(async () => void (service = await startService()));
afterEach(async () => service.close());

async function open(answers: Answers, connection: object = connectionTo(service)): Promise<SubmitWindow> {
  const window = openWindow(service, { answers, connections: [connection] });
  await window.remember(pastedSession(service.tokens.issue()));
  return window;
}

/** Creates jobs, and returns them as the view passes them. */
function create({ services }: SubmitWindow, ...names: readonly string[]): JobReference[] {
  const [connection] = services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  const type = 'METADATA_DISCOVERY';
  return names.map((name) => {
    const { id } = service.jobs.create({ name, type, description: '', parameter: {} });
    return { connection, id, name, type };
  });
}

const names = (): string[] => service.jobs.all.map(({ name }) => name);

function start(name: string): void {
  const job = service.jobs.all.find((one) => one.name === name);
  if (job) service.jobs.start(job);
}

describe('several jobs', () => {
  test('are deleted after one question, and reported in one message', async () => {
    const window = await open({ choices: ['Delete'] });
    const jobs = create(window, 'one', 'two', 'three', 'four', 'five', 'six');
    await changeSeveral(window.services, 'delete', jobs);
    expect(names()).toEqual([]);
    expect(service.requests.of('deleteJob')).toHaveLength(6);
    const { shown } = window.prompts;
    expect(shown.filter((text) => text.startsWith('choose'))).toEqual([
      line('choose with a warning', 'Delete 6 jobs from dev?', '[Keep Jobs] [Delete]', 'one, two, three'),
    ]);
    expect(shown.at(-1)).toBe('info: Jobs: 6 deleted. [Show Table]');
  });

  test('that run are kept, with the reason', async () => {
    const window = await open({ choices: ['Delete'], buttons: { skipped: 'Show Table' } });
    const jobs = create(window, 'one', 'two');
    start('two');
    await changeSeveral(window.services, 'delete', jobs);
    expect(names()).toEqual(['two']);
    expect(window.prompts.shown.at(-1)).toBe('warn: Jobs: 1 deleted, 1 skipped. [Show Table]');
    expect(window.tables).toEqual([
      {
        title: 'Deleted Jobs',
        table:
          '1 deleted\n  one (dev)\n    Deleted "one".\n\n1 skipped\n  two (dev)\n    It is running. Stop it first.\n',
      },
    ]);
  });

  test('aren’t deleted where the user keeps them', async () => {
    const window = await open({ choices: ['Keep Jobs'] });
    await changeSeveral(window.services, 'delete', create(window, 'one', 'two'));
    expect(service.requests.all).toEqual([]);
  });

  test('of a production connection are deleted after its name was entered', async () => {
    const connection = { ...connectionTo(service), production: true };
    const wrong = await open({ choices: ['Delete'], texts: ['prod'] }, connection);
    await changeSeveral(wrong.services, 'delete', create(wrong, 'one', 'two'));
    expect(service.requests.all).toEqual([]);
    const right = await open({ choices: ['Delete'], texts: ['dev'] }, connection);
    await changeSeveral(right.services, 'delete', create(right, 'three', 'four'));
    expect(names()).toEqual(['one', 'two']);
  });

  test('are started and stopped', async () => {
    const window = await open({ confirm: true });
    const jobs = create(window, 'one', 'two', 'three');
    start('one');
    await changeSeveral(window.services, 'start', jobs);
    expect(window.prompts.shown.at(-1)).toBe('warn: Jobs: 2 started, 1 skipped. [Show Table]');
    expect(service.jobs.all.map(({ status }) => status)).toEqual(['RUNNING', 'RUNNING', 'RUNNING']);
    await changeSeveral(window.services, 'stop', jobs);
    expect(window.prompts.shown.at(-1)).toBe('info: Jobs: 3 stopped. [Show Table]');
    expect(service.requests.of('startJob')).toHaveLength(2);
    expect(service.requests.of('stopJob')).toHaveLength(3);
  });

  test('are requested at most four at a time', async () => {
    const window = await open({ choices: ['Delete'] });
    const jobs = create(window, ...Array.from({ length: 12 }, (_, index) => `job_${index}`));
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    service.faults.next('showJob', { kind: 'delay', until }, 12);
    const deletion = changeSeveral(window.services, 'delete', jobs);
    await expect.poll(() => service.requests.of('showJob').length).toBe(4);
    release();
    await deletion;
    expect(names()).toEqual([]);
  });

  test('are sent no more once an outcome isn’t clear, and none is sent twice', async () => {
    const window = await open({ choices: ['Delete'] });
    const jobs = create(window, ...Array.from({ length: 12 }, (_, index) => `job_${index}`));
    service.faults.next('deleteJob', answer(documented.internal), 4);
    await changeSeveral(window.services, 'delete', jobs);
    const ids = service.requests.of('deleteJob').map(({ url }) => url);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThan(9);
    expect(window.prompts.shown.at(-1)).toEqual(line('warn', 'not confirmed', 'not sent'));
  });

  test('go on after a new sign-in, without those that were done', async () => {
    const token = service.tokens.issue();
    const window = await open({
      choices: ['Delete'],
      buttons: { '401': 'Sign In' },
      picks: ['Paste a token'],
      secrets: [token],
    });
    const jobs = create(window, 'one', 'two', 'three', 'four', 'five', 'six');
    await window.remember(pastedSession(service.tokens.issue()));
    service.faults.next('deleteJob', answer(documented.unauthorized));
    await changeSeveral(window.services, 'delete', jobs);
    expect(names()).toEqual([]);
    expect(service.requests.of('deleteJob')).toHaveLength(7);
    expect(window.prompts.shown.at(-1)).toBe('info: Jobs: 6 deleted. [Show Table]');
  });

  test('are all reported where the service can’t be reached', async () => {
    const window = await open({ choices: ['Delete'] });
    const jobs = create(window, 'one', 'two');
    await service.close();
    await changeSeveral(window.services, 'delete', jobs);
    expect(window.prompts.shown.at(-1)).toBe('warn: Jobs: 2 not sent. [Show Table]');
  });
});

describe('a command of the view', () => {
  test('is about all selected jobs', async () => {
    const window = await open({ choices: ['Delete'] });
    const selected = create(window, 'one', 'two').map(jobArgument);
    await deleteJobs(window.services, () => [])(selected[0], selected);
    expect(names()).toEqual([]);
    expect(window.prompts.shown.at(-1)).toEqual(line('info', '2 deleted'));
  });

  test('is about one where one is selected', async () => {
    const window = await open({ choices: ['Delete'] });
    const [one] = create(window, 'one', 'two').map(jobArgument);
    await deleteJobs(window.services, () => [])(one, [one]);
    expect(names()).toEqual(['two']);
    expect(window.prompts.shown.at(-1)).toBe('status: Deleted "one".');
  });

  test('by the key is about the selection, without the rows that aren’t jobs', async () => {
    const window = await open({ choices: ['Delete'] });
    const [one] = create(window, 'one', 'two').map(jobArgument);
    await deleteJobs(window.services, () => [{ kind: 'connection', connection: 'dev' }, one])('selection');
    expect(names()).toEqual(['two']);
    await deleteJobs(window.services, () => [])('selection');
    expect(window.prompts.shown.at(-1)).toBe('info: Select a job to delete.');
  });

  test('needs a trusted workspace', async () => {
    const window = openWindow(service, { trusted: false });
    const selected = create(window, 'one', 'two').map(jobArgument);
    await forSelectedJobs(window.services, 'start', async () => Promise.resolve())(selected[0], selected);
    expect(window.prompts.shown).toEqual([line('error', 'isn’t trusted')]);
    expect(service.requests.all).toEqual([]);
  });
});
