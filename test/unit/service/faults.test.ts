import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documented, iamErrors, redirectTo, unreadable, type Answer } from '../../service/answers.ts';
import { startService, type LocalService } from '../../service/service.ts';
import { smallJob } from './sampleJobs.ts';
import { jobsUrl, request, type Reply } from './serviceClient.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

async function create(): Promise<Reply> {
  return request(jobsUrl(service), 'POST', service.tokens.issue(), smallJob);
}

async function list(): Promise<Reply> {
  return request(`${jobsUrl(service)}?type=PERMISSION_MIGRATION&offset=0&limit=9`, 'GET', service.tokens.issue());
}

describe('an answer', () => {
  test.each<[string, Answer]>([
    ...Object.entries(documented),
    ...Object.entries(iamErrors),
    ...Object.entries(unreadable),
    ['any', { status: 418, headers: { 'X-Any': 'a' }, body: { any: 1 } }],
  ])('%s comes once, and nothing is created', async (_, answer) => {
    service.faults.next('createJob', { kind: 'answer', answer });
    const { status, headers, body } = await create();
    expect({ status, body }).toEqual({ status: answer.status, body: answer.body ?? '' });
    for (const [name, value] of Object.entries(answer.headers ?? {})) expect(headers.get(name)).toBe(value);
    expect(service.jobs.all).toEqual([]);
    expect((await create()).status).toBe(201);
  });

  test('has its own headers in the place of the usual ones', async () => {
    const headers = { 'content-type': 'text/plain', 'x-request-id': 'mine' };
    service.faults.next('createJob', { kind: 'answer', answer: { status: 500, headers, body: 'text' } });
    const answer = await create();
    expect(Object.keys(headers).map((name) => answer.headers.get(name))).toEqual(['text/plain', 'mine']);
  });

  test.each([204, 205, 304, 400, 451, 599])('may have the status %i and no body', async (status) => {
    service.faults.next('createJob', { kind: 'answer', answer: { status } });
    expect(await create()).toMatchObject({ status, body: '' });
  });

  test('contains the seconds to wait', async () => {
    service.faults.next('createJob', { kind: 'answer', answer: documented.tooMany });
    expect((await create()).headers.get('retry-after')).toBe('7');
  });

  test('can be a redirect to another address', async () => {
    const elsewhere = await startService();
    try {
      service.faults.next('createJob', { kind: 'answer', answer: redirectTo(`${elsewhere.url}/x`) });
      const { status, headers } = await create();
      expect([status, headers.get('location')]).toEqual([307, `${elsewhere.url}/x`]);
      expect(elsewhere.requests.all).toEqual([]);
    } finally {
      await elsewhere.close();
    }
  });

  test('is for its operation only, as often and in the order that was planned', async () => {
    service.faults.next('createJob', { kind: 'answer', answer: documented.internal }, 2);
    service.faults.next('createJob', { kind: 'answer', answer: documented.timeout });
    const answers = [await list(), await create(), await create(), await create(), await create()];
    expect(answers.map(({ status }) => status)).toEqual([200, 500, 500, 408, 201]);
  });

  test('that is no longer wanted doesn’t come', async () => {
    service.faults.next('createJob', { kind: 'answer', answer: documented.internal });
    service.faults.clear();
    expect((await create()).status).toBe(201);
  });

  test('can come from IAM', async () => {
    service.faults.next('createToken', { kind: 'answer', answer: documented.badGateway });
    expect((await request(`${service.url}/v3/auth/tokens`, 'POST')).status).toBe(502);
  });
});

describe('a connection that is cut', () => {
  test.each([
    ['before', 0],
    ['after', 1],
    ['midAnswer', 1],
  ] as const)('%s leaves %i jobs', async (when, jobs) => {
    service.faults.next('createJob', { kind: 'cut', when });
    await expect(create()).rejects.toThrow(TypeError);
    expect(service.jobs.all).toHaveLength(jobs);
    expect(service.requests.of('createJob')).toHaveLength(1);
    expect((await create()).status).toBe(201);
  });

  test('in the middle of the answer has sent its headers and a part of its body', async () => {
    service.faults.next('createJob', { kind: 'cut', when: 'midAnswer' });
    const response = await fetch(jobsUrl(service), {
      method: 'POST',
      headers: { 'X-Auth-Token': service.tokens.issue() },
      body: JSON.stringify(smallJob),
    });
    expect(response.status).toBe(201);
    const first = await response.clone().body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toMatch(/^\{"id":"/);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  test('in the middle of an answer without a body is cut too', async () => {
    await create();
    service.faults.next('deleteJob', { kind: 'cut', when: 'midAnswer' });
    const url = `${jobsUrl(service)}/${service.jobs.all[0]?.id ?? ''}`;
    await expect(request(url, 'DELETE', service.tokens.issue())).rejects.toThrow(TypeError);
    expect(service.jobs.all).toEqual([]);
  });
});

describe('a request that is held', () => {
  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('%s it is carried out is answered when it is released', async (when, jobs) => {
    const release = service.faults.hold('createJob', when);
    let isAnswered = false;
    const answer = create().finally(() => {
      isAnswered = true;
    });
    await service.requests.waitFor('createJob');
    await list();
    expect(isAnswered).toBe(false);
    expect(service.jobs.all).toHaveLength(jobs);
    release();
    expect((await answer).status).toBe(201);
    expect(service.jobs.all).toHaveLength(1);
  });

  test('ends with the service', async () => {
    service.faults.next('createJob', { kind: 'delay', until: new Promise(() => undefined) });
    const answer = create();
    const refusal = expect(answer).rejects.toThrow(TypeError);
    await service.requests.waitFor('createJob');
    await service.close();
    await refusal;
  });

  test('is carried out though its client has left', async () => {
    const release = service.faults.hold('createJob');
    const leaving = new AbortController();
    const answer = fetch(jobsUrl(service), {
      method: 'POST',
      headers: { 'X-Auth-Token': service.tokens.issue() },
      body: JSON.stringify(smallJob),
      signal: leaving.signal,
    });
    await service.requests.waitFor('createJob');
    leaving.abort();
    await expect(answer).rejects.toThrow();
    release();
    await expect.poll(() => service.jobs.all.length).toBe(1);
  });
});
