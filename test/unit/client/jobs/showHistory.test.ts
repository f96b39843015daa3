import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { showHistory } from '../../../../client/src/jobs/showHistory.ts';
import type { StoredJob } from '../../../service/jobs.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { line, type Answers } from '../../../support/prompts.ts';
import { openWindow, pastedSession, type SubmitWindow } from '../../../support/submitWindow.ts';

let service: LocalService;
let job: StoredJob;

beforeEach(async () => {
  service = await startService();
  job = service.jobs.create({ name: 'job_1', type: 'METADATA_DISCOVERY', description: '', parameter: {} });
});

afterEach(async () => service.close());

function run(message?: string): void {
  job = service.jobs.end(service.jobs.start(job), message === undefined ? 'SUCCESS' : 'FAILED', message);
}

async function shown(answers: Answers, secret?: string): Promise<SubmitWindow> {
  const window = openWindow(service, { answers });
  await window.remember(pastedSession(service.tokens.issue()));
  if (secret !== undefined) await window.services.secrets.set({ name: 'NAME' }, secret);
  const [connection] = window.services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  await showHistory(window.services, { connection, id: job.id, name: job.name, type: job.type });
  return window;
}

/** The rows of the last list. */
function rows({ prompts }: Pick<SubmitWindow, 'prompts'>): string[] {
  return (prompts.shown.filter((text) => text.startsWith('pick')).at(-1) ?? '').replace(/^.*?: .*?: /, '').split(', ');
}

test('the runs of a job are listed, the newest first, and lead to its log', async () => {
  run();
  run('no route');
  const { prompts } = await shown({});
  expect(rows({ prompts })).toHaveLength(2);
});

test('a job that has not run has none', async () => {
  const { prompts } = await shown({});
  expect(prompts.shown.at(-1)).toEqual(line('info', '"job_1" hasn’t run yet.'));
});

test('they are read a page at a time, as far as the service lists them', async () => {
  for (let index = 0; index < 1_205; index++) run();
  service.requests.clear();
  const more = '$(ellipsis) Load More…';
  const first = await shown({ picks: [more] });
  expect(rows(first)).toHaveLength(201);
  const all = await shown({ picks: Array.from({ length: 20 }, () => more) });
  expect(rows(all)).toHaveLength(1_100);
  expect(all.prompts.placeholders.at(-1)).toContain('the first 1100 of 1205 runs');
});

test('no secret of what the service reports of a run is shown', async () => {
  const secret = `canary-${randomUUID()}`;
  run(`wrong password ${secret}`);
  const { prompts } = await shown({}, secret);
  expect(JSON.stringify(prompts.shown)).not.toContain(secret);
});
