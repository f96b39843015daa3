import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../../../../client/src/connections/connection.ts';
import { JobList } from '../../../../../client/src/jobs/list/jobList.ts';
import { rowsOf } from '../../../../../client/src/jobs/list/jobRows.ts';
import type { JobFilter, JobType } from '../../../../../client/src/jobs/list/jobFilter.ts';
import { documented } from '../../../../service/answers.ts';
import type { StoredJob } from '../../../../service/jobs.ts';
import { startService, type LocalService } from '../../../../service/service.ts';
import { ControlledTimers } from '../../../../support/controlledTimers.ts';
import { answer } from '../../../../support/submissionFaults.ts';
import { openSignedInWindow, type SubmitWindow } from '../../../../support/submitWindow.ts';

let service: LocalService;
let window: SubmitWindow;
let timers: ControlledTimers;
let connection: Connection;
let list: JobList;
let filter: JobFilter;
let refused: number;

beforeEach(async () => {
  service = await startService();
  timers = new ControlledTimers();
  filter = {};
  refused = 0;
  window = await openSignedInWindow(service, { schedule: timers.schedule, now: timers.now });
  const [usable] = window.services.usableConnections();
  if (usable === undefined) throw new Error('There is no connection.');
  connection = usable;
  list = listOf();
});

afterEach(async () => {
  list.dispose();
  await service.close();
});

function listOf(): JobList {
  const { storedCredential, jobRunsApi, secrets, jobWatch } = window.services;
  return new JobList(connection, {
    jobWatch,
    now: timers.now,
    credential: async () => storedCredential(connection),
    jobRunsApi: async (credential) => jobRunsApi(connection, credential, await secrets.values()),
    onRefused: () => (refused += 1),
    onDidChange: () => undefined,
  });
}

function create(name: string, type: JobType = 'METADATA_DISCOVERY'): StoredJob {
  return service.jobs.create({ name, type, description: '', parameter: {} });
}

/** The rows of the view, with the description of those that aren't jobs. */
function rows(): string[] {
  return rowsOf(connection, list.now, filter, new Map()).map((row) => {
    if (row.kind === 'job') return row.name;
    return row.kind === 'message' ? `[${row.label}] ${row.description ?? ''}`.trim() : row.kind;
  });
}

async function setFilter(next: JobFilter): Promise<void> {
  filter = next;
  await list.setFilter(next);
}

describe('the jobs of an instance', () => {
  test('are those of all types, those that run first', async () => {
    const first = create('first', 'METADATA_MIGRATION');
    create('second', 'PERMISSION_MIGRATION');
    create('third');
    service.jobs.start(first);
    await list.refresh();
    expect(rows()[0]).toBe('first');
    expect(new Set(rows())).toEqual(new Set(['first', 'second', 'third']));
    expect(service.requests.of('listJobs')).toHaveLength(3);
  });

  test('at 2,000 of a type are read in pages, all of them', { timeout: 60_000 }, async () => {
    for (let index = 0; index < 2_000; index++) create(`job_${index}`);
    await list.refresh();
    expect(rows()).toHaveLength(101);
    expect(rows().at(-1)).toBe('[Load More…] 100 jobs loaded');
    while (list.now.hasMore) await list.loadMore();
    expect(new Set(rows()).size).toBe(2_000);
    service.requests.clear();
    await list.refresh();
    expect(new Set(rows()).size).toBe(2_000);
    expect(service.requests.of('listJobs')).toHaveLength(4);
  });

  test('at more than 2,000 of a type lead to a search by name', { timeout: 60_000 }, async () => {
    for (let index = 0; index < 2_010; index++) create(`job_${index}`);
    await list.refresh();
    while (list.now.hasMore) await list.loadMore();
    expect(rows().at(-1)).toBe('[Search by name for 10 more jobs] The service lists the first 2,000 of a type');
    await setFilter({ name: 'job_2009' });
    expect(rows()).toEqual(['job_2009']);
  });

  test('are filtered by name, type, and status by the service', async () => {
    create('sales_migration', 'METADATA_MIGRATION');
    const running = create('sales_discovery');
    service.jobs.start(running);
    create('events_discovery');
    await setFilter({ name: 'sales' });
    expect(rows()).toHaveLength(2);
    service.requests.clear();
    await setFilter({ name: 'sales', type: 'METADATA_DISCOVERY' });
    expect(rows()).toEqual(['sales_discovery']);
    expect(service.requests.of('listJobs')).toHaveLength(1);
    await setFilter({ status: 'RUNNING' });
    expect(rows()).toEqual(['sales_discovery']);
    await setFilter({ status: 'FAILED' });
    expect(rows()).toEqual(['[No job matches the filter] Clear Filter']);
  });

  test('are in the state that was read last when the view shows them again', async () => {
    const [kept, deleted] = [create('kept'), create('deleted')];
    list.setWatched(true);
    await list.refresh();
    service.jobs.start(kept);
    service.jobs.delete(deleted);
    await window.services.jobWatch.refresh(connection);
    list.setWatched(true);
    expect(list.now.jobs.map(({ name, status }) => [name, status])).toEqual([['kept', 'RUNNING']]);
  });

  test('have no secret in their names', async () => {
    const secret = `canary_${randomUUID().replaceAll('-', '')}`;
    await window.services.secrets.set({ name: 'NAME' }, secret);
    create(`job_${secret}`);
    await list.refresh();
    expect(rows()).toEqual(['job_••••••']);
  });
});

describe('without jobs, a row', () => {
  test('reports that there are none', async () => {
    await list.refresh();
    expect(rows()).toEqual(['[No jobs in this instance]']);
  });

  test('offers to sign in', async () => {
    await window.services.sessions.delete(connection);
    await list.refresh();
    expect(rows()).toEqual(['[Sign in to see the jobs]']);
    expect(service.requests.all).toEqual([]);
  });

  test('offers to sign in again where the credential was refused', async () => {
    service.faults.next('listJobs', answer(documented.unauthorized), 3);
    await list.refresh();
    expect(rows()).toEqual([expect.stringMatching(/^\[Sign in again to see the jobs\] ./)]);
    expect(refused).toBe(1);
  });

  test('names the permission that is missing', async () => {
    service.faults.next('listJobs', answer(documented.noPermission), 3);
    await list.refresh();
    expect(rows()).toEqual([expect.stringMatching(/^\[Try Again\] .*lakeformation:job:describe/)]);
  });

  test('reports that the service can’t be reached, and tries again', async () => {
    await service.close();
    await list.refresh();
    expect(rows()).toEqual([expect.stringMatching(/^\[Try Again\] .*Couldn’t reach/)]);
  });
});

test('what was read stays in sight where it can’t be read again', async () => {
  create('first');
  await list.refresh();
  service.faults.next('listJobs', answer(documented.internal), 3);
  await list.refresh();
  expect(rows()).toEqual([expect.stringMatching(/^\[Try Again\] /), 'first']);
});

test('a list that has changed since it was read counts as old, an unread one as unread', async () => {
  list.outdate();
  expect(list.readAt).toBeUndefined();
  await list.refresh();
  list.outdate();
  expect(list.readAt).toBe(0);
});

describe('while the jobs are in sight', () => {
  test('their states are kept up to date, by one request for each type', async () => {
    const jobs = [create('first'), create('second'), create('third', 'METADATA_MIGRATION')];
    await list.refresh();
    list.setWatched(true);
    for (const job of jobs) service.jobs.start(job);
    service.requests.clear();
    await timers.passUntil(() => list.now.jobs.every(({ status }) => status === 'RUNNING'));
    expect(service.requests.of('listJobs')).toHaveLength(2);
    expect(service.requests.of('showJob')).toEqual([]);
  });

  test('a job that was deleted elsewhere disappears', async () => {
    const [first] = [create('first'), create('second')];
    await list.refresh();
    list.setWatched(true);
    service.jobs.delete(first);
    await timers.passUntil(() => rows().length === 1);
    expect(rows()).toEqual(['second']);
  });

  test('and no longer', async () => {
    create('first');
    await list.refresh();
    list.setWatched(true);
    list.setWatched(false);
    service.requests.clear();
    await timers.pass(120_000);
    expect(service.requests.all).toEqual([]);
  });
});
