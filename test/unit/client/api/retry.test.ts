import { describe, expect, test } from 'vitest';
import { ApiError, type Failure } from '../../../../client/src/api/errors.ts';
import { retryWhileThrottled } from '../../../../client/src/api/retry.ts';

const busy = (retryAfter?: number, status = 429, code?: string): Failure => ({
  kind: 'rejected',
  status,
  body: { code },
  retryAfter,
});

/** Reads where each failure comes once, then the answer; `cancelAfter` waits, the user cancels. */
async function read(failures: readonly Failure[], cancelAfter = Number.POSITIVE_INFINITY) {
  const left = [...failures];
  const waits: number[] = [];
  const told: number[] = [];
  const cancellation = new AbortController();
  const result = await retryWhileThrottled(
    async () => {
      const failure = left.shift();
      return failure ? Promise.reject(new ApiError(failure)) : Promise.resolve('answer');
    },
    {
      signal: cancellation.signal,
      onWait: (seconds) => told.push(seconds),
      pause: async (seconds) => {
        waits.push(seconds);
        if (waits.length >= cancelAfter) cancellation.abort();
        return Promise.resolve();
      },
    },
  ).catch((error: unknown) => (error instanceof ApiError ? error.failure : error));
  expect(told).toEqual(waits);
  return { result, waits };
}

describe('a read', () => {
  test.each<[string, Failure[], unknown, number[]]>([
    ['that is answered does not wait', [], 'answer', []],
    ['waits as Retry-After says', [busy(7)], 'answer', [7]],
    ['waits longer each time where nothing is said', [busy(), busy(), busy()], 'answer', [1, 2, 4]],
    ['waits for the gateway’s code, whatever the status', [busy(3, 503, 'APIG.0308')], 'answer', [3]],
    ['of today’s gateway too', [busy(3, 400, 'APIGW.0308')], 'answer', [3]],
    ['ends after five waits', Array.from({ length: 6 }, () => busy(1)), busy(1), [1, 1, 1, 1, 1]],
    ['does not wait longer than two minutes', [busy(121)], busy(121), []],
    ['nor together', [busy(100), busy(30)], busy(30), [100]],
    ['does not wait for another failure', [busy(1, 500)], busy(1, 500), []],
    ['nor for a lost connection', [{ kind: 'lost' }], { kind: 'lost' }, []],
  ])('%s', async (_, failures, result, waits) => {
    expect(await read(failures)).toEqual({ result, waits });
  });

  test('ends when the user cancels', async () => {
    expect(await read([busy(1), busy(1)], 1)).toEqual({ result: { kind: 'canceled' }, waits: [1] });
  });

  test('that is canceled ends its wait at once', async () => {
    const cancellation = new AbortController();
    const reading = retryWhileThrottled(async () => Promise.reject(new ApiError(busy(100))), {
      signal: cancellation.signal,
      onWait: () => queueMicrotask(() => cancellation.abort()),
    });
    await expect(reading).rejects.toMatchObject({ failure: { kind: 'canceled' } });
  });
});
