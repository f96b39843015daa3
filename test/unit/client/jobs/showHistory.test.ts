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

/** What is different from the usual. */
interface Case {
  /** A stored secret. */
  readonly secret?: string;
  /** What the service returns in place of the runs that it has. */
  readonly jobs?: readonly object[];
}

async function shown(answers: Answers, { secret, jobs }: Case = {}): Promise<SubmitWindow> {
  const window = openWindow(service, { answers });
  if (jobs)
    service.faults.next('showJobHistory', {
      kind: 'answer',
      answer: { status: 200, body: { total: jobs.length, jobs } },
    });
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

test('a run that waits is the newest, and one without a beginning has the place of its end', async () => {
  const jobs = [
    { status: 'SUCCESS', start_time: '2026-11-27T10:00:00Z', end_time: '2026-11-27T11:00:00Z' },
    { status: 'STOPPED' },
    { status: 'FAILED', end_time: '2026-11-28T10:00:00Z' },
    { status: 'SUCCESS', start_time: '2026-11-29T10:00:00Z' },
    { status: 'SUBMITTED' },
  ];
  const { prompts } = await shown({}, { jobs });
  const statuses = rows({ prompts }).map((label) => /[a-zA-Z ]+$/.exec(label)?.[0].trim());
  expect(statuses).toEqual(['Waiting to run', 'Succeeded', 'Failed', 'Succeeded', 'Stopped']);
});

test('a job that hasn’t run has none', async () => {
  const { prompts } = await shown({});
  expect(prompts.shown.at(-1)).toEqual(line('info', '"job_1" hasn’t run yet.'));
});

test('they are read a page at a time, as far as the service lists them', async () => {
  for (let index = 0; index < 2_005; index++) run();
  service.requests.clear();
  const more = '$(ellipsis) Load More…';
  const first = await shown({ picks: [more] });
  expect(rows(first)).toHaveLength(201);
  const all = await shown({ picks: Array.from({ length: 20 }, () => more) });
  expect(rows(all)).toHaveLength(2_000);
  expect(all.prompts.placeholders.at(-1)).toContain('the first 2000 of 2005 runs');
});

test('no secret of what the service reports of a run is shown', async () => {
  const secret = `canary-${randomUUID()}`;
  run(`wrong password ${secret}`);
  const { prompts } = await shown({}, { secret });
  expect(JSON.stringify(prompts.shown)).not.toContain(secret);
});
