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
  const { failure } = result;
  // A service that asks for a longer wait gets it.
  const asked = failure.kind === 'rejected' && isThrottled(failure) ? (failure.retryAfter ?? 0) * 1000 : 0;
  return Math.max(asked, Math.min(longestInterval, previous * 2));
}
