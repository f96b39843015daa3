import { setTimeout as elapse } from 'node:timers/promises';

const pollInterval = 50;

/** How long a condition may take to come true, in milliseconds, unless specified otherwise. */
export const defaultTimeout = 60_000;

/**
 * Reads a value again and again until it fits, and resolves to it. Rejects after `timeout` milliseconds with `what` and the
 * last value that was seen.
 */
export async function until<Value>(
  what: string,
  read: () => Promise<Value>,
  fits: (value: Value) => boolean,
  timeout: number = defaultTimeout,
): Promise<Value> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (fits(value)) return value;
    if (Date.now() > deadline) throw new Error(`${what}: not so in time. Last seen: ${JSON.stringify(value)}`);
    await elapse(pollInterval);
  }
}
