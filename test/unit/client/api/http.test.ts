import { describe, expect, test } from 'vitest';
import { ApiError, isUnknownOutcome, type Failure } from '../../../../client/src/api/errors.ts';
import { send, type Fetch, type HttpOptions, type HttpRequest } from '../../../../client/src/api/http.ts';

function optionsWith(fetch: Fetch): HttpOptions {
  return { fetch, timeout: 20_000, onExchange: () => undefined, now: Date.now, redact: (text) => text };
}

function post(signal = new AbortController().signal): HttpRequest {
  return { method: 'POST', url: 'https://host/', signal };
}

/** The failure of a POST whose `fetch` fails as Node's does: with this cause. */
async function failureOf(cause: Error): Promise<Failure> {
  const options = optionsWith(async () => Promise.reject(new TypeError('fetch failed', { cause })));
  const error: unknown = await send(post(), options).catch((reason: unknown) => reason);
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

describe('a hostile answer', () => {
  const bodies = ['<', '<script>', '[', '{"a":', '"', '\\"', '.', ' ', '[1,'].map(
    (unit) => [unit, unit.repeat(160_000)] as const,
  );
  const trace = JSON.stringify({ error_msg: '\tat com.example.Job.run(Job.java:1)\n'.repeat(5000) });

  test.each([...bodies, ['a stack trace', trace] as const])(
    'of %s again and again is read at once',
    async (_, body) => {
      for (const status of [200, 400]) {
        const before = process.cpuUsage();
        const answer = send(
          post(),
          optionsWith(async () => Promise.resolve(new Response(body, { status }))),
        );
        await answer.catch((error: unknown) => expect(error).toBeInstanceOf(ApiError));
        // In microseconds. What looks at some parts again and again needs many seconds.
        expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
      }
    },
  );

  test('that never ends can be cancelled', async () => {
    const controller = new AbortController();
    const endless = new ReadableStream<Uint8Array>({
      async pull(stream) {
        await new Promise((resolve) => setTimeout(resolve));
        stream.enqueue(new TextEncoder().encode('{'));
        controller.abort();
      },
    });
    const answer = send(
      post(controller.signal),
      optionsWith(async () => Promise.resolve(new Response(endless))),
    );
    await expect(answer).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
  });

  test('that has been received can be cancelled while it is parsed', async () => {
    const controller = new AbortController();
    const body = new Response(`[${'1,'.repeat(1_000_000)}1]`);
    setTimeout(() => controller.abort());
    const answer = send(
      post(controller.signal),
      optionsWith(async () => Promise.resolve(body)),
    );
    await expect(answer).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
  });
});
