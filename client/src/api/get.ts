import type { Credential } from './credential.ts';
import { send, type HttpAnswer, type HttpOptions } from './http.ts';
import { retryWhileThrottled, type RetryOptions } from './retry.ts';

/** What a read is sent with. */
export interface ReadOptions {
  readonly credential: Credential;
  readonly http: HttpOptions;
  readonly retry: RetryOptions;
}

/**
 * Reads from the service: one GET, which is repeated while the service is busy.
 * @throws ApiError
 */
export async function get(url: string, { credential, http, retry }: ReadOptions): Promise<HttpAnswer> {
  const { signal } = retry;
  return retryWhileThrottled(async () => send({ method: 'GET', url, credential, signal }, http), retry);
}
