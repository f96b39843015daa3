import { readBody } from './body.ts';
import { credentialHeaders, type Credential } from './credential.ts';
import { ApiError, readErrorBody, type ErrorBody, type Interruption, type Unreadable } from './errors.ts';
import { excerpt, shortened, wordsOf } from './excerpt.ts';
import { interruptionOf } from './interruption.ts';
import { parseJson } from './json.ts';

/** The part of the platform's `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One request and how it ended, for the log: never a token or a body. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  /** Milliseconds. */
  readonly duration: number;
  /** The status, or why no answer arrived. */
  readonly result: number | Interruption['kind'];
  readonly requestId?: string | undefined;
}

export interface HttpOptions {
  readonly fetch: Fetch;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  /** How long to wait for a whole answer, in milliseconds. */
  readonly timeout: number;
  readonly onExchange: (exchange: Exchange) => void;
  /**
   * Masks the secrets that were sent. The text of an answer is masked here, before anything of it is cut off or taken
   * for mark-up: the rest of a secret would be found no more.
   */
  readonly redact: (text: string) => string;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  /** Shown to the service; nothing is shown where IAM is asked for a token. */
  readonly credential?: Credential;
  /** More headers, which a signature doesn't cover. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** The body's JSON, as it came; `undefined` when it isn't JSON. */
  readonly json: unknown;
  /** As it came; the beginning of one that is too large. */
  readonly text: string;
  /** Whether it is larger than what is read. */
  readonly isTooLarge: boolean;
  readonly headers: Headers;
  /** Without secrets. */
  readonly requestId: string | undefined;
}

/** The headers that a request is sent with at a time, beside those that the platform adds. */
export async function headersOf(request: Omit<HttpRequest, 'signal'>, now: Date): Promise<Record<string, string>> {
  return {
    Accept: 'application/json',
    ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
    ...request.headers,
    ...(request.credential && (await credentialHeaders(request.credential, request, now))),
  };
}

const megabyte = 1024 * 1024;
/** The largest part of a successful answer that is read: a job's is as large as the job, 12 MB at most, so some more. */
const largestAnswer = 16 * megabyte;
/** The same for every other answer: a message, perhaps with a stack trace, or a page. */
const largestRejection = megabyte;

/** What is kept of the texts in an answer that isn't a success, in characters. */
const limits = { code: 100, message: 10_000, solution: 1000, requestId: 100, excerpt: 120 };

/** The words of a page are looked for in as many characters from its beginning. */
const longestPage = 64 * 1024;

/**
 * Sends one request, once: no retry, no redirect followed.
 * @returns the answer when its status is 2xx
 * @throws ApiError for every other answer and for none
 */
export async function send(request: HttpRequest, options: HttpOptions): Promise<HttpAnswer> {
  const started = options.now();
  const report = (result: Exchange['result'], requestId?: string): void =>
    options.onExchange({
      method: request.method,
      url: request.url,
      duration: options.now() - started,
      result,
      requestId,
    });
  const headers = await headersOf(request, new Date(started));
  const timeout = AbortSignal.timeout(options.timeout);
  const signal = AbortSignal.any([request.signal, timeout]);
  let isReceiving = false;
  try {
    const response = await options.fetch(request.url, {
      method: request.method,
      headers,
      ...(request.body !== undefined && { body: request.body }),
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      signal,
    });
    isReceiving = true;
    const limit = response.ok ? largestAnswer : largestRejection;
    // One byte more shows whether there is more.
    const { text, size } = await readBody(response, limit + 1, signal);
    const requestId = response.headers.get('x-request-id');
    const answer = {
      status: response.status,
      json: parseJson(text),
      text,
      isTooLarge: size > limit,
      headers: response.headers,
      requestId: requestId === null ? undefined : excerpt(requestId, limits.requestId, options.redact),
    };
    report(response.status, answer.requestId);
    return accepted(response, answer, started, options);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    const interruption = interruptionOf(error, request.signal, timeout, isReceiving);
    report(interruption.kind);
    throw new ApiError(interruption);
  }
}

function accepted(response: Response, answer: HttpAnswer, started: number, options: HttpOptions): HttpAnswer {
  // A browser hides where a redirect leads behind status 0.
  if (response.ok) return answer;
  const { status, json, headers, requestId } = answer;
  throw new ApiError({
    kind: 'rejected',
    status,
    body: redacted(readErrorBody(json), options),
    requestId,
    retryAfter: secondsOf(headers.get('retry-after')),
    clockOffset: clockOffset(headers.get('date'), started),
    excerpt: json === undefined ? excerptOf(answer, options) : undefined,
  });
}

function redacted({ code, commonCode, message, solution }: ErrorBody, { redact }: HttpOptions): ErrorBody {
  const part = (text: string | undefined, limit: number): string | undefined =>
    text === undefined ? undefined : excerpt(text, limit, redact);
  // A code shows what to do, and a text in the form of a code can't contain a secret.
  const codePart = (text: string | undefined): string | undefined =>
    /^(?:[a-z]{1,20}\.)?\d{3,8}$/i.test(text ?? '') ? text : part(text, limits.code);
  return {
    code: codePart(code),
    commonCode: codePart(commonCode),
    message: part(message, limits.message),
    solution: part(solution, limits.solution),
  };
}

/**
 * Returns the failure of an answer with status 2xx that isn't what was asked for.
 * @param lacks what its JSON doesn't have
 */
export function unreadable(answer: HttpAnswer, options: HttpOptions, lacks?: Unreadable['lacks']): ApiError {
  const { status, json, requestId } = answer;
  const failure = { kind: 'unreadable', status, requestId } as const;
  if (answer.isTooLarge) return new ApiError({ ...failure, lacks, largest: largestAnswer / megabyte });
  return new ApiError(json === undefined ? { ...failure, excerpt: excerptOf(answer, options) } : { ...failure, lacks });
}

/** The words of an answer that isn't JSON, without its mark-up and without secrets: enough to recognize a proxy's page. */
function excerptOf({ text }: HttpAnswer, { redact }: HttpOptions): string {
  return shortened(wordsOf(excerpt(text, longestPage, redact)), limits.excerpt);
}

/** The longest wait that is shown, in seconds: a day. */
const longestRetryAfter = 24 * 60 * 60;

/** Returns the seconds in a `Retry-After`, which may also be a date; `undefined` where it makes no sense. */
function secondsOf(header: string | null): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return seconds <= longestRetryAfter ? Math.max(0, Math.ceil(seconds)) : undefined;
}

/**
 * How far this computer's clock is ahead of the service's, in milliseconds; negative when it is behind.
 * @param date the response's `Date` header
 * @param started when the request was sent, by this computer's clock
 */
function clockOffset(date: string | null, started: number): number | undefined {
  const offset = started - Date.parse(date ?? '');
  return Number.isNaN(offset) ? undefined : offset;
}
