import { afterEach, beforeEach, expect, test } from 'vitest';
import { submitAndRun } from '../../../../client/src/commands/submitJob.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { line } from '../../../support/prompts.ts';
import { openSignedInWindow, type SubmitWindow, type WindowOptions } from '../../../support/submitWindow.ts';
import { jobFor } from '../../service/sampleJobs.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

/** Opens a window with a user who chooses these buttons in reviews, and in which no time passes. */
async function open(choices: readonly string[], options: WindowOptions = {}): Promise<SubmitWindow> {
  return openSignedInWindow(service, {
    text: JSON.stringify(jobFor(service)),
    answers: { choices },
    schedule: () => () => undefined,
    ...options,
  });
}

/** Submits and runs the document, and resolves once its job runs, or the command has ended. */
async function submittedAndRun(window: SubmitWindow): Promise<void> {
  const { length } = window.prompts.shown;
  const command = submitAndRun(window.services)();
  const isFollowing = (): boolean =>
    window.prompts.shown.slice(length).some((shown) => shown.startsWith('progress: Running'));
  await Promise.race([command, expect.poll(isFollowing, { timeout: 10_000 }).toBe(true)]);
  window.prompts.cancellations.at(-1)?.abort();
  await command;
}

test('a job is created, then started, each once', async () => {
  const window = await open(['Submit and Run']);
  await submittedAndRun(window);
  expect(service.requests.of('createJob')).toHaveLength(1);
  expect(service.requests.of('startJob')).toHaveLength(1);
  expect(service.jobs.all.map(({ status }) => status)).toEqual(['RUNNING']);
});

test('a job that the service has as the document has it is only started', async () => {
  const window = await open(['Submit and Run', 'Run']);
  await submittedAndRun(window);
  const [job] = service.jobs.all;
  if (job) service.jobs.end(job, 'SUCCESS');
  await submittedAndRun(window);
  expect(service.requests.of('createJob')).toHaveLength(1);
  expect(service.requests.of('updateJob')).toEqual([]);
  expect(service.requests.of('startJob')).toHaveLength(2);
});

test('a job that has changed is updated, then started', async () => {
  const first = await open(['Submit and Run']);
  await submittedAndRun(first);
  const [job] = service.jobs.all;
  if (job) service.jobs.end(job, 'SUCCESS');
  const text = JSON.stringify({ ...jobFor(service), description: 'changed' });
  await submittedAndRun(await open(['Update and Run'], { text }));
  expect(service.jobs.all.map(({ description, status }) => [description, status])).toEqual([['changed', 'RUNNING']]);
});

test('a job that the service refuses to create isn’t started', async () => {
  service.faults.next('createJob', { kind: 'answer', answer: { status: 400, body: {} } });
  const window = await open(['Submit and Run']);
  await submittedAndRun(window);
  expect(service.requests.of('startJob')).toEqual([]);
  expect(window.prompts.shown.at(-1)).toEqual(line('error', '400', 'No job was created.'));
});

test('a job with an unclear outcome isn’t started', async () => {
  service.faults.next('createJob', { kind: 'cut', when: 'before' });
  const window = await open(['Submit and Run']);
  await submittedAndRun(window);
  expect(service.requests.of('startJob')).toEqual([]);
  expect(window.prompts.shown.at(-1)).toEqual(line('warn', 'Couldn’t confirm'));
});

test('nothing is sent when the user cancels', async () => {
  await submittedAndRun(await open([]));
  expect([...service.requests.of('createJob'), ...service.requests.of('startJob')]).toEqual([]);
});
