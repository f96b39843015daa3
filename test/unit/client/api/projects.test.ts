import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Credential } from '../../../../client/src/api/credential.ts';
import { ApiError } from '../../../../client/src/api/errors.ts';
import type { HttpOptions } from '../../../../client/src/api/http.ts';
import { showToken } from '../../../../client/src/api/iam.ts';
import { listProjects, type Project } from '../../../../client/src/api/projects.ts';
import { redaction } from '../../../../client/src/redaction/redaction.ts';
import { iamErrors, unreadable, type Answer } from '../../../service/answers.ts';
import { projectOf } from '../../../service/projects.ts';
import { startService, type LocalService } from '../../../service/service.ts';

let service: LocalService;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => service.close());

const signal = new AbortController().signal;

function optionsFor(...secrets: string[]): HttpOptions {
  return { fetch, now: Date.now, timeout: 20_000, onExchange: () => undefined, redact: redaction(secrets) };
}

async function listed(credential?: Credential): Promise<readonly Project[]> {
  const usual: Credential = { kind: 'token', token: service.tokens.issue('account') };
  return listProjects(service.url, credential ?? usual, optionsFor(), { signal });
}

describe('the projects of an account', () => {
  test('are those that are enabled, by name', async () => {
    const id = randomUUID();
    service.projects.push(projectOf(id, 'cn-north-4_sales'), projectOf(randomUUID(), 'frozen', { enabled: false }));
    expect(await listed()).toEqual([
      { id: 'f0e1d2c3b4a5968778695a4b3c2d1e0f', name: 'cn-east-3' },
      { id: service.projectId, name: 'local' },
      { id, name: 'cn-north-4_sales' },
    ]);
  });

  test('are listed for access keys, with a signature for no project', async () => {
    const { accessKey, secretKey } = service.accessKeys.issue();
    expect(await listed({ kind: 'accessKey', accessKey, secretKey })).toHaveLength(2);
    expect(service.requests.of('listProjects')[0]?.headers).not.toHaveProperty('x-project-id');
  });

  test('that can’t be used are left out: they have no ID, one that is a path, or one that repeats the token', async () => {
    const token = service.tokens.issue('account', 36);
    service.projects.splice(0, 2, projectOf('', 'none'), projectOf('../x', 'path'), projectOf(token, 'echo'));
    const credential: Credential = { kind: 'token', token };
    expect(await listProjects(service.url, credential, optionsFor(token), { signal })).toEqual([]);
  });

  test.each<[string, Answer]>([
    ['refused', iamErrors.unauthorized],
    ['answered by a proxy', unreadable.html],
    ['answered without them', { status: 200, body: { projects: {} } }],
  ])('can’t be read where the request is %s', async (_, answer) => {
    service.faults.next('listProjects', { kind: 'answer', answer });
    await expect(listed()).rejects.toThrow(ApiError);
  });
});

describe('a token', () => {
  test('is shown with its user, its project, and its end', async () => {
    const token = service.tokens.issue();
    const { expiresAt, ...details } = await showToken(service.url, token, optionsFor(token), signal);
    expect(details).toEqual({ user: 'engineer', project: { id: service.projectId, name: 'local' } });
    expect(expiresAt).toBe(service.tokens.find(token)?.expiresAt);
    expect(service.requests.of('showToken')[0]?.headers).toMatchObject({
      'x-auth-token': token,
      'x-subject-token': token,
    });
  });

  test('for an account has no project', async () => {
    const token = service.tokens.issue('account');
    expect(await showToken(service.url, token, optionsFor(), signal)).toMatchObject({ project: undefined });
  });

  test.each<[string, Answer]>([
    ['refused', iamErrors.unauthorized],
    ['answered without it', { status: 200, body: { token: [] } }],
  ])('can’t be read where the request is %s', async (_, answer) => {
    service.faults.next('showToken', { kind: 'answer', answer });
    await expect(showToken(service.url, service.tokens.issue(), optionsFor(), signal)).rejects.toThrow(ApiError);
  });
});
