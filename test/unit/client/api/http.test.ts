import { expect, test } from 'vitest';
import { ApiError, isUnknownOutcome, type Failure } from '../../../../client/src/api/errors.ts';
import { send } from '../../../../client/src/api/http.ts';

/** The failure of a POST whose `fetch` fails as Node's does: with this cause. */
async function failureOf(cause: Error): Promise<Failure> {
  const options = {
    fetch: async () => Promise.reject(new TypeError('fetch failed', { cause })),
    timeout: 20_000,
    onExchange: () => undefined,
    now: Date.now,
    redact: (text: string) => text,
  };
  const request = { method: 'POST', url: 'https://host/', signal: new AbortController().signal } as const;
  const error: unknown = await send(request, options).catch((reason: unknown) => reason);
  if (error instanceof ApiError) return error.failure;
  throw error;
}

function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
}

test.each([
  ['connect', 'ECONNREFUSED', 'unreachable'],
  ['getaddrinfo', 'ENOTFOUND', 'unreachable'],
  ['connect', 'EHOSTUNREACH', 'unreachable'],
  ['connect', 'ENETUNREACH', 'unreachable'],
  ['connect', 'ETIMEDOUT', 'unreachable'],
  ['read', 'EHOSTUNREACH', 'lost'],
  ['write', 'ENETUNREACH', 'lost'],
  ['read', 'ETIMEDOUT', 'lost'],
  ['read', 'ECONNRESET', 'lost'],
  ['write', 'EPIPE', 'lost'],
])('%s %s: %s', async (syscall, code, kind) => {
  const failure = await failureOf(systemError(code, syscall));
  expect(failure).toEqual({ kind, cause: code });
  expect(isUnknownOutcome(failure)).toBe(kind === 'lost');
});

test('of several addresses, the first one’s', async () => {
  const errors = [systemError('ENETUNREACH', 'connect'), systemError('ECONNREFUSED', 'connect')];
  expect(await failureOf(new AggregateError(errors))).toEqual({ kind: 'unreachable', cause: 'ENETUNREACH' });
});
