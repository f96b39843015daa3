import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documented } from '../../service/answers.ts';
import { startService, type LocalService } from '../../service/service.ts';

const job = {
  name: 'job_1',
  type: 'PERMISSION_MIGRATION',
  parameter: {
    permission_migration_parameter: {
      location: 'a',
      log_location: 'b',
      policy_type: 'RANGER',
      instance_id: 'c',
      password: 'p',
    },
  },
};

let service: LocalService;
let token: string;

beforeEach(async () => {
  service = await startService();
  token = service.tokens.issue();
});

afterEach(async () => service.close());

async function call(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const response = await fetch(
    `${service.url}/v1/${service.projectId}/instances/${service.instanceId}/lf-jobs${path}`,
    {
      method,
      headers: { 'X-Auth-Token': token, 'Content-Type': 'application/json' },
      redirect: 'manual',
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    },
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
}

async function created(): Promise<string> {
  await call('POST', '', job);
  return service.jobs.all.at(-1)?.id ?? '';
}

describe('a job', () => {
  test('is created with an id and without its secrets, twice if asked twice', async () => {
    const answer = await call('POST', '', job);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ name: 'job_1', type: 'PERMISSION_MIGRATION', status: { status: 'CREATED' } });
    expect(JSON.stringify(answer.body)).not.toContain('password');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await call('POST', '', job);
    expect(service.jobs.all.map(({ id }) => id.length)).toEqual([36, 36]);
  });

  test('is listed by type, name and status, in pages', async () => {
    await created();
    await call('POST', '', { ...job, name: 'job_22' });
    const list = async (query: string) => (await call('GET', `?${query}`)).body;
    expect(await list('type=PERMISSION_MIGRATION&offset=0&limit=1')).toMatchObject({
      total: 2,
      jobs: [{ name: 'job_1' }],
    });
    expect(await list('type=PERMISSION_MIGRATION&offset=0&limit=10&name_pattern=22')).toMatchObject({
      total: 1,
      jobs: [{ name: 'job_22' }],
    });
    expect(await list('type=METADATA_DISCOVERY&offset=0&limit=10')).toEqual({ total: 0, jobs: [] });
    expect(await list('type=PERMISSION_MIGRATION&offset=0&limit=10&status=RUNNING')).toEqual({ total: 0, jobs: [] });
    for (const query of [
      'offset=0&limit=10',
      'type=PERMISSION_MIGRATION&limit=10',
      'type=PERMISSION_MIGRATION&offset=0&limit=0',
    ])
      expect(await list(query)).toEqual(documented.badRequest.body);
  });

  test('is shown, updated, started, stopped and deleted', async () => {
    const id = await created();
    const { type, ...update } = { ...job, name: 'job_2' };
    expect((await call('PUT', `/${id}`, update)).body).toMatchObject({ name: 'job_2', type });
    expect((await call('PUT', `/${id}`, { ...update, type })).status).toBe(400);
    expect((await call('POST', `/${id}/stop`)).status).toBe(400);
    expect((await call('POST', `/${id}/start`)).status).toBe(200);
    expect((await call('POST', `/${id}/start`)).status).toBe(400);
    expect((await call('GET', `/${id}`)).body).toMatchObject({ name: 'job_2', status: { status: 'RUNNING' } });
    expect((await call('DELETE', `/${id}`)).status).toBe(400);
    expect((await call('POST', `/${id}/stop`)).status).toBe(200);
    expect(JSON.stringify((await call('GET', `/${id}/log`)).body)).toMatch(/^{"log":"[-0-9T:.]+Z STOPPED\\n"}$/);
    expect((await call('GET', `/${id}/history?offset=0&limit=10`)).body).toMatchObject({
      total: 1,
      jobs: [{ status: { status: 'STOPPED' } }],
    });
    expect((await call('GET', `/${id}/history`)).status).toBe(400);
    expect((await call('DELETE', `/${id}`)).status).toBe(200);
    expect((await call('GET', `/${id}`)).status).toBe(404);
  });

  test('runs to the end that the test decides', async () => {
    const id = await created();
    await call('POST', `/${id}/start`);
    const [stored] = service.jobs.all;
    if (stored === undefined) throw new Error('No job');
    service.jobs.end(stored, 'SUCCESS');
    expect((await call('GET', `/${id}`)).body).toMatchObject({ status: { status: 'SUCCESS' } });
  });

  test('has its status as text where that is asked for', async () => {
    await service.close();
    service = await startService({ statusShape: 'text' });
    token = service.tokens.issue();
    expect((await call('POST', '', job)).body).toMatchObject({ status: 'CREATED' });
  });
});

describe('a request is refused', () => {
  test('that is no job, without a word on what is wrong', async () => {
    expect(await call('POST', '', '{')).toMatchObject(documented.badRequest);
    expect(await call('POST', '', { ...job, name: 'x' })).toMatchObject(documented.badRequest);
    expect(service.jobs.all).toEqual([]);
  });

  test('whose token is unknown, expired or of another project', async () => {
    const valid = token;
    token = randomUUID();
    expect(await call('POST', '', job)).toMatchObject(documented.unauthorized);
    token = service.tokens.issue('otherProject');
    expect(await call('POST', '', job)).toMatchObject(documented.forbidden);
    token = valid;
    service.tokens.expire(token);
    expect(await call('POST', '', job)).toMatchObject(documented.forbidden);
  });

  test('for another instance or an unknown address', async () => {
    const headers = { 'X-Auth-Token': token };
    const paths = [`/v1/${service.projectId}/instances/other/lf-jobs`, '/v1/x', '/'];
    const statuses = await Promise.all(
      paths.map(async (path) => (await fetch(`${service.url}${path}`, { headers })).status),
    );
    expect(statuses).toEqual([404, 404, 404]);
  });

  test('that is larger than 12 MB', async () => {
    const fits = { ...job, filler: 'x'.repeat(12 * 1024 * 1024 - JSON.stringify({ ...job, filler: '' }).length) };
    expect((await call('POST', '', fits)).status).toBe(201);
    expect(await call('POST', '', { ...fits, filler: `${fits.filler}x` })).toMatchObject({ status: 413 });
  });
});

describe('IAM', () => {
  const password = randomUUID();

  async function signIn(secret: string): Promise<Response> {
    const identity = {
      methods: ['password'],
      password: { user: { name: 'u', password: secret, domain: { name: 'd' } } },
    };
    const scope = { project: { name: 'cn-north-4' } };
    return fetch(`${service.url}/v3/auth/tokens`, {
      method: 'POST',
      body: JSON.stringify({ auth: { identity, scope } }),
    });
  }

  test('gives a user a token that works', async () => {
    service.tokens.addUser({ domain: 'd', name: 'u', password });
    const answer = await signIn(password);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ token: { user: { name: 'u' } } });
    token = answer.headers.get('x-subject-token') ?? '';
    expect((await call('POST', '', job)).status).toBe(201);
  });

  test('refuses a wrong password', async () => {
    service.tokens.addUser({ domain: 'd', name: 'u', password });
    const answer = await signIn(randomUUID());
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 401 } });
  });
});

describe('a fault', () => {
  test.each(Object.entries(documented))('%s is answered once, and nothing is created', async (_, answer) => {
    service.faults.next('createJob', { kind: 'answer', answer });
    expect(await call('POST', '', job)).toMatchObject(
      answer.status === 502 ? { status: 502 } : { status: answer.status, body: answer.body },
    );
    expect(service.jobs.all).toEqual([]);
    expect((await call('POST', '', job)).status).toBe(201);
  });

  test('is for its operation only, as often as it was planned', async () => {
    service.faults.next('createJob', { kind: 'answer', answer: documented.internal }, 2);
    const statuses = [];
    for (const method of ['GET', 'POST', 'POST', 'POST']) {
      statuses.push(
        (await call(method, method === 'GET' ? '?type=x&offset=0&limit=1' : '', method === 'GET' ? undefined : job))
          .status,
      );
    }
    expect(statuses).toEqual([200, 500, 500, 201]);
  });

  test.each([
    ['before', 0],
    ['after', 1],
    ['midAnswer', 1],
  ] as const)('that cuts the connection %s leaves %i jobs', async (when, jobs) => {
    service.faults.next('createJob', { kind: 'cut', when });
    await expect(call('POST', '', job)).rejects.toThrow();
    expect(service.jobs.all).toHaveLength(jobs);
  });

  test('that delays the answer waits until it is released', async () => {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    service.faults.next('createJob', { kind: 'delay', until });
    const answer = call('POST', '', job);
    const [request] = await service.requests.waitFor('createJob');
    expect(request?.body).toBe(JSON.stringify(job));
    expect(service.jobs.all).toEqual([]);
    release();
    expect((await answer).status).toBe(201);
  });

  test('can be a redirect', async () => {
    service.faults.next('createJob', {
      kind: 'answer',
      answer: { status: 307, headers: { Location: 'https://elsewhere.example' } },
    });
    expect((await call('POST', '', job)).status).toBe(307);
  });
});
