import { describe, expect, test } from 'vitest';
import { readBody } from '../../../../client/src/api/body.ts';

const signal = new AbortController().signal;

function bodyOf(...parts: readonly (string | Uint8Array)[]): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(typeof part === 'string' ? encoder.encode(part) : part);
      controller.close();
    },
  });
  return new Response(stream);
}

describe('reading the body of a response', () => {
  test('returns all of its parts, also of characters', async () => {
    const [first, rest] = [new Uint8Array([0xe4, 0xb8]), new Uint8Array([0xad])];
    expect(await readBody(bodyOf('a', first, rest, 'b'), 100, signal)).toEqual({ text: 'a中b', size: 5 });
    expect(await readBody(bodyOf('a'.repeat(100_000), 'b'.repeat(100_000)), 1_000_000, signal)).toEqual({
      text: 'a'.repeat(100_000) + 'b'.repeat(100_000),
      size: 200_000,
    });
    expect(await readBody(new Response(null), 100, signal)).toEqual({ text: '', size: 0 });
  });

  test('ends at the limit, and reads no more', async () => {
    let [pulled, isCancelled] = [0, false];
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new TextEncoder().encode('x'.repeat(30)));
      },
      cancel() {
        isCancelled = true;
      },
    });
    expect(await readBody(new Response(endless), 100, signal)).toEqual({ text: 'x'.repeat(100), size: 100 });
    expect(pulled).toBeLessThan(10);
    expect(isCancelled).toBe(true);
  });

  test('ends when the signal aborts while the body pauses', async () => {
    const controller = new AbortController();
    const reason = new Error('Canceled');
    const reading = readBody(new Response(new ReadableStream()), 100, controller.signal);
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  test('ends when the signal has aborted before', async () => {
    await expect(readBody(bodyOf('a'), 100, AbortSignal.abort())).rejects.toThrow();
  });
});
