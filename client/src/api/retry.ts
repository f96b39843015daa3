import { ApiError, isThrottled } from './errors.ts';

/** How a read is retried while the service is busy. */
export interface RetryOptions {
  readonly signal: AbortSignal;
  /** Called before each wait with its length in seconds. */
  readonly onWait?: (seconds: number) => void;
  /** Resolves after this many seconds, or as soon as the signal aborts. */
  readonly pause?: (seconds: number, signal: AbortSignal) => Promise<void>;
}

const maximumRetries = 5;
/** The longest that all waits of a read take together, in seconds. A longer `Retry-After` ends the retries. */
const maximumWait = 120;

/**
 * Runs a read and retries it while the gateway throttles requests: after the seconds of `Retry-After`, or without that
 * header after 1, 2, 4, … seconds. For reads only: a request that changes something is never repeated.
 * @throws ApiError the last failure; `canceled` when the signal aborts during a wait
 */
export async function retryWhileThrottled<T>(read: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { signal, onWait, pause = elapse } = options;
  let waited = 0;
  for (let retries = 0; ; retries++) {
    try {
      return await read();
    } catch (error) {
      const seconds = secondsToWait(error, retries);
      if (seconds === undefined || retries === maximumRetries || waited + seconds > maximumWait) throw error;
      waited += seconds;
      onWait?.(seconds);
      await pause(seconds, signal);
      if (signal.aborted) throw new ApiError({ kind: 'canceled' });
    }
  }
}

function secondsToWait(error: unknown, retries: number): number | undefined {
  if (!(error instanceof ApiError) || error.failure.kind !== 'rejected' || !isThrottled(error.failure))
    return undefined;
  return error.failure.retryAfter ?? 2 ** retries;
}

async function elapse(seconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    signal.addEventListener('abort', end);
  });
}
