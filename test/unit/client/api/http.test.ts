import { createServer, type Server, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ApiError, isUnknownOutcome, type Failure } from '../../../../client/src/api/errors.ts';
import { send, unreadable, type Fetch, type HttpOptions, type HttpRequest } from '../../../../client/src/api/http.ts';
import { startService } from '../../../service/service.ts';

function optionsWith(fetch: Fetch): HttpOptions {
  return { fetch, timeout: 20_000, onExchange: () => undefined, now: Date.now, redact: (text) => text };
}

function post(signal = new AbortController().signal): HttpRequest {
  return { method: 'POST', url: 'https://host/', signal };
}

/** The failure of a POST if `fetch` fails as Node's does: with this cause. */
async function failureOf(cause: Error | undefined): Promise<Failure> {
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
  ['', 'CERT_HAS_EXPIRED', 'untrusted'],
  ['', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
  ['', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
  ['', 'ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted'],
  ['', 'ERR_SSL_WRONG_VERSION_NUMBER', 'insecure'],
  ['', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'insecure'],
  ['', 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'insecure'],
  ['write', 'EPROTO', 'insecure'],
  ['', 'HPE_INVALID_CONSTANT', 'malformed'],
  ['', 'UND_ERR_HEADERS_OVERFLOW', 'malformed'],
  ['', 'Z_DATA_ERROR', 'malformed'],
])('%s %s: %s', async (syscall, code, kind) => {
  const failure = await failureOf(systemError(code, syscall));
  expect(failure).toEqual({ kind, cause: code });
  expect(isUnknownOutcome(failure)).toBe(!['unreachable', 'untrusted'].includes(kind));
});

test('an error of Node without a code isn’t taken for a browser’s', async () => {
  expect(await failureOf(new Error('proxy authentication required'))).toEqual({ kind: 'lost' });
});

test('a browser reports nothing', async () => {
  const failure = await failureOf(undefined);
  expect(failure).toEqual({ kind: 'unexplained' });
  expect(isUnknownOutcome(failure)).toBe(true);
});

/** What servers that don't speak HTTP send. */
test.each([
  ['another protocol', 'SSH-2.0-OpenSSH\r\n'],
  ['a header without a colon', 'HTTP/1.1 200 OK\r\nheader\r\n\r\n'],
  ['a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n'],
  ['a part without its length', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n'],
  ['headers that are too large', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
])('%s isn’t HTTP', async (_, bytes) => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(bytes));
    sockets.push(socket);
  });
  const port = await listen(server);
  try {
    const error = await send({ ...post(), url: `http://127.0.0.1:${port}/` }, optionsWith(fetch)).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ failure: { kind: 'malformed' } });
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

test('plain HTTP at an HTTPS address is reported as insecure', async () => {
  const service = await startService();
  try {
    const url = service.url.replace('http:', 'https:');
    const error = await send({ ...post(), url }, optionsWith(fetch)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ failure: { kind: 'insecure', cause: 'ERR_SSL_WRONG_VERSION_NUMBER' } });
  } finally {
    await service.close();
  }
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('of several addresses, the first one’s', async () => {
  const errors = [systemError('ENETUNREACH', 'connect'), systemError('ECONNREFUSED', 'connect')];
  expect(await failureOf(new AggregateError(errors))).toEqual({ kind: 'unreachable', cause: 'ENETUNREACH' });
});

test.each([
  [16, undefined],
  [17, 16],
])('an answer of %i MB is reported as too large only if it isn’t read to its end', async (size, largest) => {
  const options = optionsWith(async () => Promise.resolve(new Response('x'.repeat(size * 1024 * 1024))));
  const { failure } = unreadable(await send(post(), options), options);
  expect(failure).toMatchObject({ kind: 'unreadable', status: 200 });
  expect('largest' in failure ? failure.largest : undefined).toBe(largest);
  expect('excerpt' in failure).toBe(largest === undefined);
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

  test('that never ends can be canceled', async () => {
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
    await expect(answer).rejects.toMatchObject({ failure: { kind: 'canceled' } });
  });
});
