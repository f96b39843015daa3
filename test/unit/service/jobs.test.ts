import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documented } from '../../service/answers.ts';
import type { RunEnd, StoredJob } from '../../service/jobs.ts';
import { isObject } from '../../service/json.ts';
import { startService, type LocalService } from '../../service/service.ts';
import { fullJob, fullJobWith, smallJob } from './sampleJobs.ts';
import { createdJob, jobsUrl, request, type Reply } from './serviceClient.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

async function call(method: string, path: string, body?: unknown): Promise<Reply> {
  return request(`${jobsUrl(service)}${path}`, method, service.tokens.issue(), body);
}

/** Creates a job over HTTP; the answer is the job as the service keeps it. */
async function created(job: unknown = smallJob): Promise<StoredJob> {
  return createdJob(service, job);
}

/** The job as the service keeps it now. */
function now({ id }: StoredJob): StoredJob {
  const stored = service.jobs.get(id);
  if (stored === undefined) throw new Error('The job is gone.');
  return stored;
}

describe('create', () => {
  test('answers 201 with the job: an id, a time and the status CREATED', async () => {
    const answer = await call('POST', '', { ...smallJob, description: 'd' });
    const [job] = service.jobs.all;
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: job?.id,
      ...smallJob,
      description: 'd',
      create_time: job?.createTime,
      status: { status: 'CREATED' },
    });
    expect(job?.id).toMatch(uuid);
    expect(job?.createTime).toMatch(timestamp);
  });

  test('makes two jobs of two equal requests', async () => {
    const [first, second] = [await created(), await created()];
    expect(first.id).not.toBe(second.id);
    expect(service.jobs.all).toHaveLength(2);
  });

  test.each(['MANNUAL', 'SCHEDULE'])('starts no job, be its execute_strategy %s', async (strategy) => {
    const pointer = '/parameter/metadata_discovery_parameter/execute_strategy';
    expect(await created(fullJobWith(pointer, strategy))).toMatchObject({ status: 'CREATED', runs: [] });
  });

  test('keeps unknown properties and returns them', async () => {
    const { id } = await created(fullJobWith('/parameter/smn_notify', true));
    expect((await call('GET', `/${id}`)).body).toMatchObject({ parameter: { smn_notify: true } });
  });
});

describe('show', () => {
  test('answers the job as create did', async () => {
    const { body } = await call('POST', '', smallJob);
    const [job] = service.jobs.all;
    expect(await call('GET', `/${job?.id ?? ''}`)).toMatchObject({ status: 200, body });
  });

  test.each(['object', 'text'] as const)(
    'prints the status as %s where the service was started so',
    async (statusShape) => {
      await service.close();
      service = await startService({ statusShape });
      const { id } = await created();
      const status = statusShape === 'object' ? { status: 'CREATED' } : 'CREATED';
      expect((await call('GET', `/${id}`)).body).toMatchObject({ status });
      expect((await call('GET', '?type=PERMISSION_MIGRATION&offset=0&limit=1')).body).toMatchObject({
        jobs: [{ status }],
      });
    },
  );
});

describe('update', () => {
  test.each([
    ['without a type', {}],
    ['with another type, which is ignored', { type: 'METADATA_DISCOVERY' }],
  ])('%s changes name, description and parameter', async (_, type) => {
    const { id, createTime } = await created({ ...smallJob, description: 'd' });
    const { name, parameter } = fullJob;
    const { status, body } = await call('PUT', `/${id}`, { name: `${name}_new`, parameter, ...type });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, name: `${name}_new`, type: 'PERMISSION_MIGRATION', create_time: createTime });
    expect(body).not.toHaveProperty('description');
    expect(service.jobs.all).toHaveLength(1);
  });

  test.each([
    ['no name', { parameter: {} }],
    ['no parameter', { name: 'job_1' }],
    ['a wrong name', { name: 'x', parameter: {} }],
    ['no object', []],
  ])('is refused with %s', async (_, body) => {
    const job = await created();
    expect(await call('PUT', `/${job.id}`, body)).toMatchObject(documented.badRequest);
    expect(now(job)).toEqual(job);
  });
});

describe('a run', () => {
  test('begins with start and ends with stop', async () => {
    const job = await created();
    expect((await call('POST', `/${job.id}/start`)).status).toBe(200);
    const { body } = await call('GET', `/${job.id}`);
    expect(body).toMatchObject({ status: { status: 'RUNNING' } });
    expect(isObject(body) && body.start_time).toMatch(timestamp);
    expect((await call('POST', `/${job.id}/stop`)).status).toBe(200);
    expect((await call('GET', `/${job.id}`)).body).toMatchObject({ status: { status: 'STOPPED' } });
  });

  test.each<RunEnd>(['SUCCESS', 'FAILED', 'PARTIAL_SUCCESS'])(
    'ends with %s if the test requests it',
    async (status) => {
      const job = await created();
      await call('POST', `/${job.id}/start`);
      service.jobs.end(now(job), status);
      const { body } = await call('GET', `/${job.id}`);
      expect(body).toMatchObject({ status: { status } });
      expect(isObject(body) && Object.hasOwn(body, 'last_success_run_time')).toBe(status === 'SUCCESS');
      expect((await call('POST', `/${job.id}/start`)).status).toBe(200);
    },
  );

  test('is submitted before it begins, and then can’t be started', async () => {
    const job = await created();
    service.jobs.submit(job);
    expect((await call('GET', `/${job.id}`)).body).toMatchObject({ status: { status: 'SUBMITTED' } });
    expect(await call('POST', `/${job.id}/start`)).toMatchObject(documented.badRequest);
    service.jobs.start(now(job));
    expect((await call('GET', `/${job.id}`)).body).toMatchObject({ status: { status: 'RUNNING' } });
  });

  test('has a log that grows, between its beginning and its end', async () => {
    const job = await created();
    const logOf = async (): Promise<unknown> => (await call('GET', `/${job.id}/log`)).body;
    expect(await logOf()).toEqual({ log: '' });
    await call('POST', `/${job.id}/start`);
    service.jobs.addToLog(now(job), 'INFO one\n');
    expect(JSON.stringify(await logOf())).toMatch(/^\{"log":"\S+ RUNNING\\nINFO one\\n"\}$/);
    service.jobs.end(now(job), 'FAILED', 'no route');
    expect(JSON.stringify(await logOf())).toMatch(/\\nINFO one\\n\S+ FAILED: no route\\n"\}$/);
  });

  test('can’t begin twice, nor stop when there is none', async () => {
    const { id } = await created();
    expect(await call('POST', `/${id}/stop`)).toMatchObject(documented.badRequest);
    await call('POST', `/${id}/start`);
    expect(await call('POST', `/${id}/start`)).toMatchObject(documented.badRequest);
  });
});

describe('delete', () => {
  test('answers an empty body, and the job is gone', async () => {
    const { id } = await created();
    const answer = await call('DELETE', `/${id}`);
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers.get('x-request-id')).toMatch(uuid);
    expect(await call('GET', `/${id}`)).toMatchObject(documented.notFound);
    expect(service.jobs.all).toEqual([]);
  });

  test.each(['SUBMITTED', 'RUNNING'] as const)('is refused while the job is %s', async (status) => {
    const job = await created();
    service.jobs.setStatus(job, status);
    expect(await call('DELETE', `/${job.id}`)).toMatchObject(documented.badRequest);
    expect((await call('POST', `/${job.id}/stop`)).status).toBe(200);
    expect((await call('DELETE', `/${job.id}`)).status).toBe(200);
  });
});
