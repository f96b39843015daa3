import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startJob } from '../../../../client/src/jobs/change/startJob.ts';
import type { RunEnd } from '../../../service/jobs.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
import { line } from '../../../support/prompts.ts';
import { connectionOf } from '../../../support/remoteJobs.ts';
import {
  documentUri,
  openSignedInWindow,
  type SubmitWindow,
  type WindowOptions,
} from '../../../support/submitWindow.ts';
import { smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

/** Opens a window in which waiting takes next to no time. */
async function openFastWindow(
  buttons: Readonly<Record<string, string>> = {},
  options: WindowOptions = {},
): Promise<SubmitWindow> {
  return openSignedInWindow(service, {
    ...options,
    answers: { buttons },
    schedule: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds / 1000);
      return () => clearTimeout(timer);
    },
  });
}

/** Starts a job, and resolves once it runs; `ended` resolves when a message reported how it ended. */
async function started(window: SubmitWindow): Promise<{ readonly id: string; readonly ended: Promise<void> }> {
  const { id, name, type } = service.jobs.create({ ...smallJob, description: '' });
  const [connection] = window.services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  const ended = startJob(window.services, { connection, id, name, type });
  await expect
    .poll(() => window.prompts.shown.some((shown) => shown.startsWith('progress: Running "job_1": ')))
    .toBe(true);
  return { id, ended };
}

function end(id: string, status: RunEnd, message?: string): void {
  const job = service.jobs.get(id);
  if (job) service.jobs.end(job, status, message);
}

test.each<[RunEnd, string | undefined, string, string]>([
  ['SUCCESS', undefined, 'info', '"job_1" succeeded after'],
  ['PARTIAL_SUCCESS', '2 of 3 tables', 'warn', '2 of 3 tables'],
  ['FAILED', 'no route to the source', 'error', 'no route to the source'],
  ['STOPPED', undefined, 'info', 'was stopped after'],
])('a run that ends with %s is reported once', async (status, message, level, sentence) => {
  const window = await openFastWindow();
  const { id, ended } = await started(window);
  end(id, status, message);
  await ended;
  const ends = window.prompts.shown.filter((shown) => shown.endsWith('[Show Log]'));
  expect(ends).toEqual([line(level, sentence)]);
});

test('a secret in the text of the job’s document is masked in the result', async () => {
  const secret = randomUUID();
  const text = jobWithProperties('datasource_parameter', `"password": "${secret}"`);
  const window = await openFastWindow({}, { text });
  const { id, ended } = await started(window);
  await window.services.jobLinks.set(documentUri, connectionOf(window), { ...smallJob, id });
  end(id, 'FAILED', `refused ${secret}`);
  await ended;
  expect(window.prompts.shown.at(-1)).toContain('refused ••••••');
});

test('the log of a failed run is one click away', async () => {
  const window = await openFastWindow({ failed: 'Show Log' });
  const { id, ended } = await started(window);
  end(id, 'FAILED');
  await ended;
  expect(window.prompts.opened).toEqual(['log: job_1']);
});

test('canceling the progress stops following, and not the job', async () => {
  const window = await openFastWindow();
  const { id, ended } = await started(window);
  window.prompts.cancellations.at(-1)?.abort();
  await ended;
  expect(window.prompts.shown.at(-1)).toEqual(line('status', '"job_1" keeps running'));
  expect(service.jobs.get(id)?.status).toBe('RUNNING');
  expect(service.requests.of('stopJob')).toEqual([]);
});

test('a job that is deleted while it runs is reported', async () => {
  const window = await openFastWindow();
  const { id, ended } = await started(window);
  const job = service.jobs.get(id);
  if (job) service.jobs.delete(job);
  await ended;
  expect(window.prompts.shown.at(-1)).toEqual(line('warn', 'was deleted'));
});
