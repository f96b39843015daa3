import { describe, expect, test } from 'vitest';
import { nextInterval, type PollResult } from '../../../../client/src/watch/pollInterval.ts';

const throttled = (retryAfter?: number): PollResult => ({
  kind: 'failed',
  failure: { kind: 'rejected', status: 429, body: {}, retryAfter },
});
const unavailable: PollResult = { kind: 'failed', failure: { kind: 'rejected', status: 503, body: {} } };

describe('the time until the next poll', () => {
  test.each<[string, number, PollResult, number]>([
    ['is 2 s after a change', 30_000, { kind: 'changed' }, 2_000],
    ['grows by half when nothing changes', 2_000, { kind: 'unchanged' }, 3_000],
    ['is 30 s at most', 29_000, { kind: 'unchanged' }, 30_000],
    ['doubles after a failure', 2_000, unavailable, 4_000],
    ['doubles when there are too many requests', 2_000, throttled(), 4_000],
    ['is what the service asks for', 2_000, throttled(90), 90_000],
    ['isn’t shorter because the service asks for little', 20_000, throttled(1), 30_000],
  ])('%s', (_, previous, result, expected) => {
    expect(nextInterval(previous, result)).toBe(expected);
  });
});
