import { ApiError } from './errors.ts';

/** How a read waits when the service is busy. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Told before each wait, how many seconds it takes. */
  readonly onWait?: (seconds: number) => void;
  /** Resolves after so many seconds, or as soon as the signal aborts. */
  readonly pause?: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/** A read is repeated so often at most. */
const mostWaits = 5;
/** What all waits of a read may take together, in seconds; a `Retry-After` beyond it is not waited for. */
const longestWait = 120;

/**
 * Does a read, and repeats it while the gateway says that there are too many requests (429, or its code 0308): after the
 * seconds of `Retry-After`, or without them after 1, 2, 4, …. For reads alone: nothing that changes something is repeated.
 * @throws ApiError the last failure; `cancelled` when the signal aborts while it waits
 */
export async function readPatiently<T>(read: () => Promise<T>, patience: Patience): Promise<T> {
  const { signal, onWait, pause = elapse } = patience;
  let waited = 0;
  for (let waits = 0; ; waits++) {
    try {
      return await read();
    } catch (error) {
      const seconds = secondsToWait(error, waits);
      if (seconds === undefined || waits === mostWaits || waited + seconds > longestWait) throw error;
      waited += seconds;
      onWait?.(seconds);
      await pause(seconds, signal);
      if (signal.aborted) throw new ApiError({ kind: 'cancelled' });
    }
  }
}

function secondsToWait(error: unknown, waits: number): number | undefined {
  if (!(error instanceof ApiError) || !isThrottled(error.failure)) return undefined;
  return error.failure.retryAfter ?? 2 ** waits;
}

/** Whether the gateway turned a request away because there are too many. */
export function isThrottled(
  failure: ApiError['failure'],
): failure is Extract<ApiError['failure'], { kind: 'rejected' }> {
  return failure.kind === 'rejected' && (failure.status === 429 || /^APIGW?\.0308$/.test(failure.body.code ?? ''));
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
