import { randomUUID } from 'node:crypto';
import { request as requestTarget, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documented } from '../../service/answers.ts';
import { startService, type LocalService } from '../../service/service.ts';
import { smallJob } from './sampleJobs.ts';
import { jobsUrl, request, type Reply } from './serviceClient.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

async function create(token: string | undefined, body: unknown = smallJob): Promise<Reply> {
  return request(jobsUrl(service), 'POST', token, body);
}

describe('a token', () => {
  test('is accepted, as one that was issued before it', async () => {
    const tokens = [service.tokens.issue(), service.tokens.issue()];
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect((await create(token)).status).toBe(201);
  });

  test.each(['none', 'an unknown one'])('%s is 401', async (which) => {
    const token = which === 'none' ? undefined : randomUUID();
    expect(await create(token)).toMatchObject(documented.unauthorized);
  });

  test('that has expired is 403', async () => {
    const [dead, alive] = [service.tokens.issue(), service.tokens.issue()];
    service.tokens.expire(dead);
    expect(await create(dead)).toMatchObject(documented.forbidden);
    expect((await create(alive)).status).toBe(201);
  });

  test('of another project is 403', async () => {
    expect(await create(service.tokens.issue('otherProject'))).toMatchObject(documented.forbidden);
  });

  test('may be as long as real ones and longer', async () => {
    const token = service.tokens.issue('valid', 65_000);
    expect(token).toHaveLength(65_000);
    expect((await create(token)).status).toBe(201);
  });

  test('that is refused leaves nothing behind', async () => {
    await create(randomUUID());
    expect(service.jobs.all).toEqual([]);
  });
});

describe('an address', () => {
  test('has the project and the instance that the service was started with', async () => {
    await service.close();
    service = await startService({ projectId: 'p', instanceId: 'i' });
    expect(jobsUrl(service)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/p\/instances\/i\/lf-jobs$/);
    expect((await create(service.tokens.issue())).status).toBe(201);
  });

  test.each([
    ['another project', '/v1/other/instances/INSTANCE/lf-jobs'],
    ['another instance', '/v1/PROJECT/instances/other/lf-jobs'],
  ])('with %s is 404 of the service', async (_, path) => {
    const place = path.replace('PROJECT', service.projectId).replace('INSTANCE', service.instanceId);
    const answer = await request(`${service.url}${place}`, 'POST', service.tokens.issue(), smallJob);
    expect(answer).toMatchObject(documented.notFound);
  });

  test.each(['/', '/v1', '//v1', '/v1/p/instances/i/lf-jobs/', '/v1/p/instances//lf-jobs', '/v3/auth'])(
    'GET %s is 404 of the gateway',
    async (path) => {
      expect(await request(`${service.url}${path}`, 'GET')).toMatchObject(documented.unknownApi);
    },
  );

  test.each([
    ['GET', ''],
    ['PUT', ''],
    ['DELETE', ''],
    ['POST', '/start'],
    ['POST', '/stop'],
    ['GET', '/log'],
    ['GET', '/history?offset=0&limit=1'],
  ])('of an unknown job is 404 of the service: %s …/{job_id}%s', async (method, path) => {
    const body = method === 'PUT' ? smallJob : undefined;
    const answer = await request(`${jobsUrl(service)}/${randomUUID()}${path}`, method, service.tokens.issue(), body);
    expect(answer).toMatchObject(documented.notFound);
  });

  test.each(['*', 'http://elsewhere.example/v1', '/a/../b', '/%'])(
    'may be %s, and is 404 of the gateway',
    async (path) => {
      const { hostname: host, port } = new URL(service.url);
      const { statusCode } = await new Promise<IncomingMessage>((resolve, reject) => {
        requestTarget({ host, port, method: 'OPTIONS', path }, (answer) => resolve(answer.resume()))
          .once('error', reject)
          .end();
      });
      expect(statusCode).toBe(404);
      expect(service.requests.all).toMatchObject([{ method: 'OPTIONS', url: path, operation: undefined }]);
    },
  );
});

test('a page of another origin gets no permission: there is no CORS', async () => {
  const headers = { Origin: 'http://localhost', 'Access-Control-Request-Method': 'POST' };
  const preflight = await fetch(jobsUrl(service), { method: 'OPTIONS', headers });
  expect(preflight.status).toBe(404);
  expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('every answer has a request id of its own', async () => {
  const token = service.tokens.issue();
  const answers = [
    await create(token),
    await create(token, {}),
    await create(undefined),
    await request(service.url, 'GET'),
    await request(`${service.url}/v3/auth/tokens`, 'POST', undefined, {}),
  ];
  const ids = answers.map(({ headers }) => headers.get('x-request-id'));
  expect(answers.map(({ status }) => status)).toEqual([201, 400, 401, 404, 400]);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('a body', () => {
  const limit = 12 * 1024 * 1024;

  test.each([
    ['12 MB', 0, 201],
    ['a byte more', 1, 413],
  ])('of %s', async (_, extra, status) => {
    const filler = 'x'.repeat(limit + extra - JSON.stringify({ ...smallJob, filler: '' }).length);
    const answer = await create(service.tokens.issue(), { ...smallJob, filler });
    expect(answer.status).toBe(status);
    expect(service.jobs.all).toHaveLength(status === 201 ? 1 : 0);
  });

  test('is measured in bytes, not in characters', async () => {
    const answer = await create(service.tokens.issue(), { ...smallJob, filler: '界'.repeat(limit / 3) });
    expect(answer).toMatchObject(documented.tooLarge);
  });

  test('too deep for the service is answered all the same', async () => {
    const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const body = JSON.stringify({ ...smallJob, parameter: { nested: 'NESTED' } }).replace('"NESTED"', nested);
    expect(await create(service.tokens.issue(), body)).toMatchObject(documented.internal);
  });
});

describe('the received requests', () => {
  test('hold method, address, headers, body, operation and time, in order', async () => {
    const token = service.tokens.issue();
    const start = Date.now();
    const body = `${JSON.stringify(smallJob, null, 2)}\n`;
    await create(token, body);
    await request(`${service.url}/nowhere?a=1`, 'GET');
    expect(service.requests.all).toMatchObject([
      {
        method: 'POST',
        url: jobsUrl(service).slice(service.url.length),
        headers: { 'x-auth-token': token, 'content-type': 'application/json' },
        body,
        operation: 'createJob',
      },
      { method: 'GET', url: '/nowhere?a=1', body: '', operation: undefined },
    ]);
    const times = [start, ...service.requests.all.map(({ receivedAt }) => receivedAt.getTime()), Date.now()];
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('can be waited for', async () => {
    const arrived = service.requests.waitFor('createJob', 2);
    await Promise.all([create(service.tokens.issue()), create(randomUUID())]);
    expect(await arrived).toHaveLength(2);
    expect(await service.requests.waitFor('createJob', 2)).toHaveLength(2);
  });

  test('can be forgotten', async () => {
    await create(service.tokens.issue());
    service.requests.clear();
    expect(service.requests.of('createJob')).toEqual([]);
  });
});

test('a closed service doesn’t answer, and may be closed again', async () => {
  await service.close();
  await expect(create(randomUUID())).rejects.toThrow(TypeError);
  await service.close();
});

test('a port that is taken is an error', async () => {
  await expect(startService({ port: Number(new URL(service.url).port) })).rejects.toThrow('EADDRINUSE');
});
