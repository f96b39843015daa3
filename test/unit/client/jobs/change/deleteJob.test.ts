import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteJob } from '../../../../../client/src/jobs/change/deleteJob.ts';
import { documented } from '../../../../service/answers.ts';
import type { StoredJob } from '../../../../service/jobs.ts';
import { startService, type LocalService } from '../../../../service/service.ts';
import { line, type Answers } from '../../../../support/prompts.ts';
import { answer, creationFaults, never, type SubmissionFault } from '../../../../support/submissionFaults.ts';
import {
  connectionTo,
  documentUri,
  openWindow,
  pastedSession,
  type SubmitWindow,
} from '../../../../support/submitWindow.ts';

let service: LocalService;
let job: StoredJob;
let token: string;

beforeEach(setUp);

async function setUp(): Promise<void> {
  service = await startService();
  token = service.tokens.issue();
  job = service.jobs.create({ name: 'job_1', type: 'METADATA_DISCOVERY', description: '', parameter: {} });
}

afterEach(async () => service.close());

interface Deletion {
  readonly answers?: Answers;
  readonly connection?: object;
  readonly timeout?: number;
}

/** Deletes the job in a window where the user confirms. */
async function deleted({
  answers,
  connection = connectionTo(service),
  timeout = 20_000,
}: Deletion = {}): Promise<SubmitWindow> {
  const window = openWindow(service, {
    answers: { choices: ['Delete'], ...answers },
    connections: [connection],
    timeout,
  });
  await window.remember(pastedSession(token));
  const [usable] = window.services.usableConnections();
  if (usable === undefined) throw new Error('There is no connection.');
  const reference = { connection: usable, id: job.id, name: job.name, type: job.type };
  await window.services.jobLinks.set(documentUri, usable, reference);
  await deleteJob(window.services, reference);
  return window;
}

const sent = (): number => service.requests.of('deleteJob').length;

describe('Delete', () => {
  test('deletes a job after asking, and forgets its document', async () => {
    const { prompts, services } = await deleted();
    expect(service.jobs.all).toEqual([]);
    expect(prompts.shown).toContainEqual(
      line('choose with a warning', 'Delete "job_1"', '[Keep Job] [Delete]', job.id),
    );
    expect(prompts.shown.at(-1)).toBe('status: Deleted "job_1".');
    const [connection] = services.usableConnections();
    expect(connection && services.jobLinks.get(documentUri, connection)).toBeUndefined();
  });

  test.each([
    ['the button that keeps it', { choices: ['Keep Job'] }],
    ['Cancel', { choices: [] }],
  ])('deletes nothing after %s', async (_, answers) => {
    await deleted({ answers });
    expect(sent()).toBe(0);
    expect(service.jobs.all).toHaveLength(1);
  });

  test.each(['SUBMITTED', 'RUNNING'] as const)('reports why it keeps a job that is %s', async (status) => {
    service.jobs.setStatus(job, status);
    const { prompts } = await deleted();
    expect(prompts.shown.at(-1)).toEqual(line('info', '"job_1" is running. Stop it before you delete it.'));
    expect(sent()).toBe(0);
  });

  test('asks for the name in a production connection', async () => {
    const connection = { ...connectionTo(service), production: true };
    await deleted({ connection, answers: { texts: ['job_2'] } });
    expect(sent()).toBe(0);
    const { prompts } = await deleted({ connection, answers: { texts: ['job_1'] } });
    expect(prompts.shown).toContainEqual(line('input', 'Delete Job', 'production connection "dev"'));
    expect(service.jobs.all).toEqual([]);
  });

  test('shows no secret of the service', async () => {
    const secret = `canary-${randomUUID()}`;
    service.faults.next('deleteJob', answer({ status: 400, body: { error_msg: `${token} ${secret}` } }));
    const { prompts, log } = await deleted();
    expect(JSON.stringify([prompts.shown, log])).not.toContain(token);
  });
});

/** What is answered to a deletion has no body (DeleteJobByInstance), so any success is one. */
const faults: readonly SubmissionFault[] = creationFaults
  .filter(({ name }) => !/^201 |^empty with|^no content|with 201$|^201 without/.test(name))
  .map((fault) => (fault.name === 'status 404' ? { ...fault } : fault));

describe('a fault of the request to delete a job', () => {
  /** The level, the message, how often it was sent, and whether the job is gone, after a fault. */
  async function rowOf({
    fault,
  }: SubmissionFault): Promise<{ level: string; message: string; sent: number; isGone: boolean }> {
    await service.close();
    await setUp();
    const elsewhere = await startService();
    try {
      service.faults.next('deleteJob', fault(`${elsewhere.url}/v1/x`));
      const { prompts, log } = await deleted({ timeout: 1500 });
      expect(elsewhere.requests.all).toEqual([]);
      expect(JSON.stringify([prompts.shown, log])).not.toContain(token);
      const [level = '', message = ''] = (prompts.shown.at(-1) ?? '').replace(/ \[.*$/s, '').split(/: (.*)/s);
      return {
        level,
        message: message.replaceAll(service.url, '<endpoint>').replace(/\([A-Z]+(_[A-Z]+)+\)/g, '(<cause>)'),
        sent: sent(),
        isGone: service.jobs.all.length === 0,
      };
    } finally {
      await elsewhere.close();
    }
  }

  /** The one place that has the whole sentences: what a user reads in each case. */
  test('is reported by its own message, and the request is sent once', { timeout: 60_000 }, async () => {
    const lines = ['| fault | message |', '| --- | --- |'];
    for (const fault of faults) {
      const row = await rowOf(fault);
      expect({ name: fault.name, sent: row.sent, isGone: row.isGone, level: row.level }).toEqual({
        name: fault.name,
        sent: 1,
        isGone: fault.isDone,
        level: fault.level,
      });
      lines.push(`| ${fault.name} | ${row.level}: ${row.message} |`);
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/deleteFaults.md');
  });
});

test('an outcome that can’t be looked up can be checked again', async () => {
  service.faults.next('deleteJob', { kind: 'cut', when: 'after' });
  service.faults.next('showJob', answer(documented.internal), 0);
  const window = openWindow(service, {
    answers: { choices: ['Delete'], buttons: { 'couldn’t read the job': 'Check Again' } },
  });
  await window.remember(pastedSession(token));
  const [connection] = window.services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  const deletion = deleteJob(window.services, { connection, id: job.id, name: job.name, type: job.type });
  await service.requests.waitFor('deleteJob');
  service.faults.next('showJob', answer(documented.internal));
  await deletion;
  expect(window.prompts.shown.at(-1)).toEqual(line('warn', '"job_1" was deleted anyway.'));
  expect(sent()).toBe(1);
});

test('Cancel ends the waiting, and the outcome is looked up', async () => {
  service.faults.next('deleteJob', { kind: 'delay', until: never, when: 'after' });
  const window = openWindow(service, { answers: { choices: ['Delete'] } });
  await window.remember(pastedSession(token));
  const [connection] = window.services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  const deletion = deleteJob(window.services, { connection, id: job.id, name: job.name, type: job.type });
  await service.requests.waitFor('deleteJob');
  window.prompts.cancellations.at(-1)?.abort();
  await deletion;
  expect(window.prompts.shown.at(-1)).toEqual(line('warn', 'You canceled the request. "job_1" was deleted anyway.'));
});
