import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { documented } from '../../service/answers.ts';
import type { RunEnd, StoredJob } from '../../service/jobs.ts';
import { valueAt } from '../../service/json.ts';
import { startService, type LocalService } from '../../service/service.ts';
import { smallJob } from './sampleJobs.ts';
import { jobsUrl, request, type Reply } from './serviceClient.ts';

let service: LocalService;
let first: StoredJob;

beforeEach(async () => {
  service = await startService();
  const [job] = ['alpha_1', 'alpha_2', 'beta_1'].map((name) =>
    service.jobs.create({ ...smallJob, name, description: undefined }),
  );
  if (job === undefined) throw new Error('No job was created.');
  first = job;
  service.jobs.create({ ...smallJob, name: 'alpha_3', type: 'METADATA_DISCOVERY', description: undefined });
});

afterEach(async () => {
  vi.useRealTimers();
  await service.close();
});

/** Runs a job between two times. */
function runFrom(start: string, end: string, job: StoredJob, status: RunEnd): StoredJob {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(start) });
  const running = service.jobs.start(job);
  vi.setSystemTime(new Date(end));
  return service.jobs.end(running, status, 'no route');
}

async function get(path: string): Promise<Reply> {
  return request(`${jobsUrl(service)}${path}`, 'GET', service.tokens.issue());
}

/** The total of a list, and a property of each of its entries. */
async function entries(path: string, ...property: readonly string[]): Promise<readonly unknown[]> {
  const { status, body } = await get(path);
  const jobs = valueAt(body, 'jobs');
  if (status !== 200 || !Array.isArray(jobs)) throw new Error(`No list: ${status}`);
  return [valueAt(body, 'total'), ...jobs.map((entry) => valueAt(entry, ...property))];
}

describe('the list of jobs', () => {
  const type = 'type=PERMISSION_MIGRATION';

  test.each([
    [`${type}&offset=0&limit=10`, [3, 'alpha_1', 'alpha_2', 'beta_1']],
    [`${type}&offset=0&limit=2`, [3, 'alpha_1', 'alpha_2']],
    [`${type}&offset=2&limit=2`, [3, 'beta_1']],
    [`${type}&offset=3&limit=2`, [3]],
    [`${type}&offset=1000&limit=1000`, [3]],
    [`${type}&offset=0&limit=10&name_pattern=alpha`, [2, 'alpha_1', 'alpha_2']],
    [`${type}&offset=1&limit=10&name_pattern=_1`, [2, 'beta_1']],
    [`${type}&offset=0&limit=10&name_pattern=gamma`, [0]],
    [`${type}&offset=0&limit=10&status=SUCCESS`, [1, 'alpha_1']],
    [`${type}&offset=0&limit=10&status=CREATED&name_pattern=alpha`, [1, 'alpha_2']],
    ['type=METADATA_DISCOVERY&offset=0&limit=10', [1, 'alpha_3']],
    ['type=METADATA_MIGRATION&offset=0&limit=10', [0]],
  ])('?%s', async (query, expected) => {
    service.jobs.end(service.jobs.start(first), 'SUCCESS');
    expect(await entries(`?${query}`, 'name')).toEqual(expected);
  });

  test.each([
    'offset=0&limit=10',
    `${type}&limit=10`,
    `${type}&offset=0`,
    'type=OTHER&offset=0&limit=10',
    'type=&offset=0&limit=10',
    `${type}&offset=-1&limit=10`,
    `${type}&offset=1001&limit=10`,
    `${type}&offset=0&limit=0`,
    `${type}&offset=0&limit=1001`,
    `${type}&offset=a&limit=10`,
    `${type}&offset=&limit=10`,
    `${type}&offset=0&limit=10&status=DONE`,
    `${type}&offset=0&limit=10&status=FROZEN_RELEASABLE`,
  ])('?%s is refused', async (query) => {
    expect(await get(`?${query}`)).toMatchObject(documented.badRequest);
  });

  test('has what distinguishes each job, and its last run', async () => {
    const once = runFrom('2023-05-27T10:00:00.000Z', '2023-05-27T10:00:01.000Z', first, 'SUCCESS');
    const { id, createTime } = runFrom('2023-05-27T10:04:35.743Z', '2023-05-27T10:05:37.742Z', once, 'FAILED');
    const { body } = await get(`?${type}&offset=0&limit=1`);
    expect(valueAt(body, 'jobs')).toEqual([
      {
        id,
        name: 'alpha_1',
        type: 'PERMISSION_MIGRATION',
        create_time: createTime,
        start_time: '2023-05-27T10:04:35.743Z',
        end_time: '2023-05-27T10:05:37.742Z',
        status: { status: 'FAILED' },
        execute_time: 61,
        log_simple_info: 'FAILED: no route',
      },
    ]);
    expect((await get(`/${id}`)).body).toMatchObject({
      start_time: '2023-05-27T10:04:35.743Z',
      last_success_run_time: '2023-05-27T10:00:00.000Z',
    });
  });
});

describe('the history and the log of a job', () => {
  beforeEach(() => {
    const failed = service.jobs.end(service.jobs.start(first), 'FAILED', 'no route');
    const succeeded = service.jobs.end(service.jobs.start(failed), 'SUCCESS');
    first = service.jobs.start(service.jobs.end(service.jobs.start(succeeded), 'PARTIAL_SUCCESS'));
  });

  test.each([
    ['offset=0&limit=10', [4, 'RUNNING', 'PARTIAL_SUCCESS', 'SUCCESS', 'FAILED']],
    ['offset=1&limit=2', [4, 'PARTIAL_SUCCESS', 'SUCCESS']],
    ['offset=0&limit=10&status=FAILED', [1, 'FAILED']],
    ['offset=0&limit=10&status=STOPPED', [0]],
  ])('history?%s', async (query, expected) => {
    expect(await entries(`/${first.id}/history?${query}`, 'status', 'status')).toEqual(expected);
  });

  test.each(['limit=10', 'offset=0', 'offset=0&limit=0', 'offset=0&limit=10&status=DONE'])(
    'history?%s is refused',
    async (query) => {
      expect(await get(`/${first.id}/history?${query}`)).toMatchObject(documented.badRequest);
    },
  );

  test('the log has when each run began and how it ended', async () => {
    const { status, body } = await get(`/${first.id}/log`);
    const lines = String(valueAt(body, 'log')).trimEnd().split('\n');
    expect(status).toBe(200);
    expect(lines.map((line) => line.replace(/^\S+Z /, ''))).toEqual([
      'RUNNING',
      'FAILED: no route',
      'RUNNING',
      'SUCCESS',
      'RUNNING',
      'PARTIAL_SUCCESS',
      'RUNNING',
    ]);
  });

  test('the log of a job that never ran is empty', async () => {
    const { id } = service.jobs.create({ ...smallJob, description: undefined });
    expect(await get(`/${id}/log`)).toMatchObject({ status: 200, body: { log: '' } });
  });
});
