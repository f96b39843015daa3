import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documented, iamErrors } from '../../service/answers.ts';
import { valueAt } from '../../service/json.ts';
import { startService, type LocalService } from '../../service/service.ts';
import type { User } from '../../service/tokens.ts';
import { smallJob } from './sampleJobs.ts';
import { jobsUrl, request, type Reply } from './serviceClient.ts';

const user: User = { domain: 'company', name: 'engineer', password: randomUUID() };
const region = { project: { name: 'cn-north-4' } };

let service: LocalService;

beforeAll(async () => {
  service = await startService();
  service.tokens.addUser(user);
});

afterAll(async () => service.close());

async function post(body?: unknown): Promise<Reply> {
  return request(`${service.url}/v3/auth/tokens?nocatalog=true`, 'POST', undefined, body);
}

function identityOf(changes: Partial<User> = {}): object {
  const { domain, name, password } = { ...user, ...changes };
  return { methods: ['password'], password: { user: { name, password, domain: { name: domain } } } };
}

async function signIn(changes: Partial<User> = {}, scope: unknown = region): Promise<Reply> {
  return post({ auth: { identity: identityOf(changes), scope } });
}

async function createdWith(reply: Reply): Promise<Reply> {
  return request(jobsUrl(service), 'POST', reply.headers.get('x-subject-token') ?? '', smallJob);
}

describe('a user', () => {
  test('gets a token in a header that creates jobs for 24 hours', async () => {
    const reply = await signIn();
    expect(reply).toMatchObject({ status: 201, body: { token: { methods: ['password'], user: { name: user.name } } } });
    const [issued, expires] = ['issued_at', 'expires_at'].map((name) => String(valueAt(reply.body, 'token', name)));
    expect(expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(Date.parse(expires ?? '') - Date.parse(issued ?? '')).toBe(24 * 60 * 60 * 1000);
    expect((await createdWith(reply)).status).toBe(201);
  });

  test('gets another one each time; the first one stays good', async () => {
    const [first, second] = [await signIn(), await signIn()];
    expect(first.headers.get('x-subject-token')).not.toBe(second.headers.get('x-subject-token'));
    for (const reply of [first, second]) expect((await createdWith(reply)).status).toBe(201);
  });

  test.each([
    ['this project', () => ({ project: { id: service.projectId } }), 201],
    ['a region', () => region, 201],
    ['another project', () => ({ project: { id: randomUUID() } }), 403],
    ['a domain', () => ({ domain: { name: user.domain } }), 403],
  ])('with a scope of %s', async (_, scope, status) => {
    const reply = await signIn({}, scope());
    expect(reply.status).toBe(201);
    expect((await createdWith(reply)).status).toBe(status);
  });
});

describe('IAM refuses', () => {
  test.each([
    ['a wrong password', { password: randomUUID() }],
    ['an unknown user', { name: 'other' }],
    ['a user of another domain', { domain: 'other' }],
  ])('%s with 401', async (_, changes) => {
    const reply = await signIn(changes);
    expect(reply).toMatchObject(iamErrors.wrongPassword);
    expect(reply.headers.has('x-subject-token')).toBe(false);
    expect(await createdWith(reply)).toMatchObject(documented.unauthorized);
  });

  test.each([
    ['no body', undefined],
    ['no JSON', '{'],
    ['no identity', { auth: { scope: region } }],
    ['no scope', { auth: { identity: identityOf() } }],
    ['a scope that is none', { auth: { identity: identityOf(), scope: null } }],
    ['another method', { auth: { identity: { ...identityOf(), methods: ['token'] }, scope: region } }],
    ['methods that are no list', { auth: { identity: { ...identityOf(), methods: 'password' }, scope: region } }],
  ])('%s with 400', async (_, body) => {
    expect(await post(body)).toMatchObject(iamErrors.badRequest);
  });

  test.each(['domain', 'name', 'password'])('a user without a %s with 400', async (property) => {
    expect(await signIn({ [property]: undefined })).toMatchObject(iamErrors.badRequest);
  });
});

describe('the projects', () => {
  const projects = async (token?: string, query = ''): Promise<Reply> =>
    request(`${service.url}/v3/projects${query}`, 'GET', token);

  test('are listed for a token of a project or of the account, by name where that is given', async () => {
    for (const state of ['valid', 'account'] as const) {
      const { status, body } = await projects(service.tokens.issue(state));
      expect([status, valueAt(body, 'projects')]).toEqual([200, service.projects]);
    }
    const { body } = await projects(service.tokens.issue(), '?name=local');
    expect(valueAt(body, 'projects')).toMatchObject([{ id: service.projectId }]);
  });

  test('are refused without a valid token', async () => {
    expect(await projects()).toMatchObject(iamErrors.unauthorized);
    expect(await projects(service.tokens.issue('expired'))).toMatchObject(iamErrors.unauthorized);
  });
});

describe('a token that is verified', () => {
  const verified = async (token: string, subject: string): Promise<Reply> => {
    const response = await fetch(`${service.url}/v3/auth/tokens`, {
      headers: { 'X-Auth-Token': token, 'X-Subject-Token': subject },
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };

  test('names its user and its project', async () => {
    const token = (await signIn()).headers.get('x-subject-token') ?? '';
    const reply = await verified(token, token);
    expect(reply).toMatchObject({
      status: 200,
      body: { token: { user: { name: user.name }, project: { id: service.projectId } } },
    });
  });

  test('for the account names that', async () => {
    const token = (await signIn({}, { domain: { name: user.domain } })).headers.get('x-subject-token') ?? '';
    const { body } = await verified(token, token);
    expect(valueAt(body, 'token', 'project')).toBeUndefined();
    expect(valueAt(body, 'token', 'domain', 'name')).toBe(user.domain);
  });

  test('isn’t found where it was never issued', async () => {
    expect((await verified(service.tokens.issue(), randomUUID())).status).toBe(404);
  });
});
