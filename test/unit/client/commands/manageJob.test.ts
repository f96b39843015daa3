import { afterEach, beforeEach, expect, test } from 'vitest';
import { manageJob } from '../../../../client/src/commands/manageJob.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { line } from '../../../support/prompts.ts';
import { openSignedInWindow, type SubmitWindow } from '../../../support/submitWindow.ts';
import { smallJob } from '../../service/sampleJobs.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

/** Runs the command on a job that the view passes, and picks an action. Returns the commands that it ran. */
async function managed(window: SubmitWindow, id: string): Promise<readonly string[]> {
  const ran: string[] = [];
  const handler = manageJob({
    ...window.services,
    titleOf: (command) => command.replace('lakeformation.', ''),
    run: async (command) => Promise.resolve().then(() => void ran.push(command)),
  });
  await handler({ connection: 'dev', id, name: 'job_1', type: smallJob.type });
  return ran;
}

test('lists what can be done with a job, and runs the command', async () => {
  const { id } = service.jobs.create({ ...smallJob, description: '' });
  const window = await openSignedInWindow(service, { answers: { picks: ['startJob'] } });
  expect(await managed(window, id)).toEqual(['lakeformation.startJob']);
});

test('offers to stop a job that runs', async () => {
  const job = service.jobs.start(service.jobs.create({ ...smallJob, description: '' }));
  const window = await openSignedInWindow(service, { answers: { picks: ['stopJob'] } });
  const [connection] = window.services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  const { jobWatch } = window.services;
  const subscription = jobWatch.watch({ connection, id: job.id, name: 'job_1', type: smallJob.type }, () => undefined);
  await jobWatch.refresh(connection);
  expect(await managed(window, job.id)).toEqual(['lakeformation.stopJob']);
  subscription.dispose();
});

test('copies the ID', async () => {
  const window = await openSignedInWindow(service, { answers: { picks: ['Copy ID'] } });
  await managed(window, '3f2c');
  expect(window.prompts.copied).toEqual(['3f2c']);
});

test('reports a connection that was removed', async () => {
  const window = await openSignedInWindow(service);
  await manageJob({ ...window.services, titleOf: String, run: async () => Promise.resolve() })({
    connection: 'gone',
    id: '1',
    name: 'job_1',
    type: smallJob.type,
  });
  expect(window.prompts.shown.at(-1)).toEqual(line('error', 'Connection "gone" was removed'));
});
