import { isThrottled, type Failure } from '../api/errors.ts';

/** The time from one poll to the next after a change, in milliseconds. */
export const shortestInterval = 2_000;
/** The time that it grows to as long as nothing changes. */
export const longestInterval = 30_000;

/** How a poll ended. */
export type PollResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Returns the time until the next poll, in milliseconds: short after a change, longer each time that nothing changes. */
export function nextInterval(previous: number, result: PollResult): number {
  if (result.kind === 'changed') return shortestInterval;
  if (result.kind === 'unchanged') return Math.min(longestInterval, previous * 1.5);
  // A service that asks for a longer wait gets it.
  return Math.max(askedWait(result), Math.min(longestInterval, previous * 2));
}

/** Returns how long a service asks to wait that throttles requests, in milliseconds; otherwise 0. */
export function askedWait(result: PollResult): number {
  if (result.kind !== 'failed') return 0;
  const { failure } = result;
  return failure.kind === 'rejected' && isThrottled(failure) ? (failure.retryAfter ?? 0) * 1000 : 0;
}
