import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, beforeAll, describe, expect, test } from 'vitest';
import { ApiError, type Failure } from '../../../../client/src/api/errors.ts';
import type { Exchange } from '../../../../client/src/api/http.ts';
import { createToken, type IssuedToken } from '../../../../client/src/api/iam.ts';
import { iamFailureSentence } from '../../../../client/src/auth/iamFailureSentence.ts';
import { redaction } from '../../../../client/src/redaction/redaction.ts';
import { iamErrors, unreadable, type Answer } from '../../../service/answers.ts';
import { startService, type LocalService } from '../../../service/service.ts';

const user = { domain: 'company', name: 'engineer', password: randomUUID() };

let service: LocalService;
let exchanges: Exchange[];

beforeAll(async () => {
  service = await startService();
  service.tokens.addUser(user);
});

beforeEach(() => {
  exchanges = [];
  service.requests.clear();
});

afterAll(async () => service.close());

async function issued(
  changes: Partial<typeof user> = {},
  endpoint = service.url,
  timeout = 20_000,
): Promise<IssuedToken> {
  const options = {
    fetch,
    timeout,
    now: Date.now,
    onExchange: (exchange: Exchange) => exchanges.push(exchange),
    redact: redaction([changes.password ?? user.password]),
  };
  return createToken(
    endpoint,
    { ...user, ...changes },
    { projectId: service.projectId },
    options,
    new AbortController().signal,
  );
}

async function failureOf(request: Promise<unknown>): Promise<Failure> {
  const error: unknown = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error.failure;
  throw error;
}

describe('a token', () => {
  test('is issued for the project, and ends when IAM specifies', async () => {
    const { token, expiresAt } = await issued();
    expect(service.tokens.stateOf(token)).toBe('valid');
    const [request] = service.requests.of('createToken');
    expect(request?.url).toBe('/v3/auth/tokens?nocatalog=true');
    expect(request?.headers).not.toHaveProperty('x-auth-token');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: 'engineer', password: user.password, domain: { name: 'company' } } },
        },
        scope: { project: { id: service.projectId } },
      },
    });
    expect(Math.abs((expiresAt ?? 0) - Date.now() - 24 * 60 * 60 * 1000)).toBeLessThan(60_000);
  });

  test('leaves one line in the log, without password and token', async () => {
    const { token } = await issued();
    expect(exchanges).toMatchObject([{ method: 'POST', result: 201 }]);
    expect(JSON.stringify(exchanges)).not.toMatch(new RegExp(`${token}|${user.password}`));
  });

  test.each<[string, unknown, string | undefined]>([
    ['with microseconds', { token: { expires_at: '2026-05-27T10:04:35.743000Z' } }, '2026-05-27T10:04:35.743Z'],
    ['without a fraction', { token: { expires_at: '2026-05-27T10:04:35Z' } }, '2026-05-27T10:04:35.000Z'],
    ['in another zone', { token: { expires_at: '2026-05-27T12:04:35+02:00' } }, '2026-05-27T10:04:35.000Z'],
    ['without a zone', { token: { expires_at: '2026-05-27T10:04:35' } }, '2026-05-27T10:04:35.000Z'],
    ['in words', { token: { expires_at: 'tomorrow' } }, undefined],
    ['as a number', { token: { expires_at: 7 } }, undefined],
    // Looking for its zone would take minutes.
    ['in a million letters', { token: { expires_at: 'T'.repeat(1_000_000) } }, undefined],
    ['not at all', { token: {} }, undefined],
    ['in another body', [], undefined],
    ['in no JSON', 'OK', undefined],
    ['in no body', undefined, undefined],
  ])('with an end %s', async (_, body, end) => {
    const token = randomUUID();
    const answer: Answer = { status: 201, headers: { 'X-Subject-Token': token }, body };
    service.faults.next('createToken', { kind: 'answer', answer });
    const expiresAt = end === undefined ? undefined : Date.parse(end);
    expect(await issued()).toEqual({ token, expiresAt });
  });
});

describe('no token: the sentence', () => {
  test.each<[string, Answer, RegExp]>([
    [
      '400',
      iamErrors.badRequest,
      /^IAM rejected the request \(400\)\..*The service reported: 400: The request body is invalid\./,
    ],
    ['401', iamErrors.wrongPassword, /^Sign-in failed \(401\):.*The username or password is wrong\. Request ID/],
    [
      '403 in the shape of IAM without an outer object',
      { status: 403, body: { code: 'IAM.0003', message: 'Policy does not allow it.', details: [] } },
      /^IAM denied access \(403\)\..*The service reported: IAM\.0003: Policy does not allow it\. Request ID/,
    ],
    [
      '404',
      { status: 404, body: {} },
      /^IAM wasn’t found at this URL \(404\)\. Check the project ID and the IAM endpoint of connection "dev"\./,
    ],
    ['429', { status: 429, headers: { 'Retry-After': '9' } }, /^Too many requests to IAM \(429\)\. Wait 9 seconds/],
    ['429 without a time', { status: 429 }, /^Too many requests to IAM \(429\)\. Wait a moment/],
    ['503', { status: 503, body: '<html>Down</html>' }, /^IAM failed \(503\)\. Try again later\..*“Down”/],
    ['418', { status: 418 }, /^IAM didn’t issue a token \(status 418\)./],
    [
      'a redirect',
      { status: 307, headers: { Location: 'https://elsewhere.example/' } },
      /a redirect\. Redirects aren’t followed, so that your password isn’t sent elsewhere\. Set the final IAM endpoint/,
    ],
    [
      'no header',
      unreadable.empty,
      /returned status 201 without a token\. Check the IAM endpoint of connection "dev"\./,
    ],
    ['the page of a proxy', unreadable.html, /returned status 200 without a token\..*“Sign in to proxy\.example”/],
  ])('%s', async (_, answer, sentence) => {
    service.faults.next('createToken', { kind: 'answer', answer });
    const failure = await failureOf(issued());
    expect(iamFailureSentence(failure, connection())).toMatch(sentence);
  });

  test('an IAM that can’t be reached', async () => {
    const closed = await startService();
    await closed.close();
    const failure = await failureOf(issued({}, closed.url));
    expect(iamFailureSentence(failure, connection())).toMatch(
      /^Couldn’t reach .* \(ECONNREFUSED\)\. .*IAM endpoint of connection "dev"\.$/,
    );
  });

  test('a connection that is cut, and a time that runs out', async () => {
    service.faults.next('createToken', { kind: 'cut', when: 'midAnswer' });
    expect(iamFailureSentence(await failureOf(issued()), connection())).toMatch(
      /^The connection to http:\/\/127.* was lost/,
    );
    const release = service.faults.hold('createToken');
    expect(iamFailureSentence(await failureOf(issued({}, service.url, 200)), connection())).toMatch(
      /didn’t respond in time/,
    );
    release();
  });

  function connection() {
    const { url: iamEndpoint, projectId, instanceId } = service;
    return { name: 'dev', region: 'r', endpoint: 'https://host', iamEndpoint, projectId, instanceId };
  }
});
