import { describe, expect, it } from 'vitest';
import type { Failure, Rejection } from '../../../../client/src/api/errors.ts';
import { failureReport, type ReportedRequest } from '../../../../client/src/failures/failureReport.ts';
import { dev } from '../../../support/connections.ts';

function rejected(status: number, body: Rejection['body'] = {}): Failure {
  return { kind: 'rejected', status, body };
}

const reasonOf = (message: string, request?: ReportedRequest): string =>
  failureReport(rejected(400, { message }), dev, request).reason;

describe('the reason', () => {
  it.each([
    ['as the service reports it', 'database sales does not exist.', 'database sales does not exist (400).'],
    [
      'what the message has between "reason" and "cause"',
      'failed to read http request, please check your input, code: 400, reason: Type mismatch., cause: Exception',
      'Type mismatch (400).',
    ],
    ['what the message has behind "reason"', 'check your input, reason: Type mismatch.', 'Type mismatch (400).'],
    ['the first line of a stack trace', `no such table\n\tat a.B.c(B.java:1)\n`.repeat(100), 'no such table (400).'],
    ['the first line that has something', '\n  \nno such table\nat a.B', 'no such table (400).'],
    ['shortened', 'x'.repeat(3000), `${'x'.repeat(159)}… (400).`],
  ])('is %s', (_, message, expected) => {
    expect(reasonOf(message)).toBe(expected);
  });

  it('names the property, unless the message does', () => {
    expect(reasonOf('database sales does not exist', { property: 'target_database' })).toBe(
      'target_database: database sales does not exist (400).',
    );
    expect(reasonOf('target_database is wrong', { property: 'target_database' })).toBe(
      'target_database is wrong (400).',
    );
  });

  it.each([400, 403, 404, 407])(
    'of a response with status %s that isn’t JSON blames neither the job nor the user',
    (status) => {
      const failure: Failure = { kind: 'rejected', status, body: {}, excerpt: 'Access Denied by the web gateway' };
      expect(failureReport(failure, dev)).toMatchObject({
        reason: `The request was rejected (${status}), perhaps by a proxy: the response isn’t JSON.`,
        advice: 'Check the proxy (http.proxy) and the endpoint of connection "dev".',
        isAboutConnection: true,
      });
      expect(failureReport(failure, dev).details).toContain('“Access Denied by the web gateway”');
    },
  );

  it.each([413, 429, 502])('of a response with status %s that isn’t JSON is that of the status', (status) => {
    const failure: Failure = { kind: 'rejected', status, body: {}, excerpt: 'nginx' };
    expect(failureReport(failure, dev).reason).not.toContain('perhaps by a proxy');
  });

  it('is our own where the service has none', () => {
    expect(failureReport(rejected(400), dev).reason).toBe('The service rejected the job (400).');
  });
});

describe('the advice', () => {
  it('explains a known code that comes with a message', () => {
    const { reason, advice } = failureReport(rejected(409, { code: 'lakeformation.00000003', message: 'exists' }), dev);
    expect(reason).toBe('exists (409).');
    expect(advice).toContain('Use another name');
  });

  it('reports that no property is named, unless one is', () => {
    expect(failureReport(rejected(400), dev).advice).toContain('which property');
    expect(failureReport(rejected(400), dev, { isLocated: true }).advice).toBe('');
  });

  it.each([
    ['Type mismatch.', true],
    ['name already used', false],
    ['数据库 sales 不存在', false],
  ])('reports that only of a message that can’t name one: %s', (message, expected) => {
    const { advice } = failureReport(rejected(400, { message }), dev);
    expect(advice.includes('which property')).toBe(expected);
    expect(advice).toContain('Compare the job with the API reference.');
  });
});

it('the details have the whole message in one line, the request ID, and the code', () => {
  const failure: Failure = {
    kind: 'rejected',
    status: 500,
    requestId: 'r-1',
    body: { code: 'c', commonCode: 'd', message: 'first\n\tat second', solution: 'Wait.' },
  };
  expect(failureReport(failure, dev).details.split('\n')).toEqual([
    'The service failed (500).',
    'HTTP status: 500',
    'Code: c, d',
    'Message: first at second',
    'Solution: Wait',
    'Request ID: r-1',
  ]);
});

it.each<[string, Failure, ReportedRequest, boolean]>([
  ['a service that can’t be reached', { kind: 'unreachable' }, {}, true],
  ['a project that isn’t there', rejected(404), { action: 'create' }, true],
  ['a job that isn’t there', rejected(404), { action: 'update' }, false],
  ['a redirect', rejected(307), {}, true],
  ['an API that the gateway doesn’t know', rejected(400, { code: 'APIG.0101' }), {}, true],
  ['a wrong job', rejected(400), {}, false],
  ['a response that takes too long', { kind: 'timeout' }, {}, false],
])('the connection may be wrong, or not: %s', (_, failure, request, expected) => {
  expect(failureReport(failure, dev, request).isAboutConnection).toBe(expected);
});
