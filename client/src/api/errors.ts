import { isObject } from '../../../language/src/documents/value.ts';
import { text } from './types.ts';

/** The content of an error response, in whichever of the documented shapes. */
export interface ErrorBody {
  readonly code?: string | undefined;
  /** `common_error_code`: the code of a kind of error that several services have. */
  readonly commonCode?: string | undefined;
  readonly message?: string | undefined;
  readonly solution?: string | undefined;
}

/** An answer that isn't the one hoped for. */
export interface Rejection {
  readonly kind: 'rejected';
  readonly status: number;
  readonly body: ErrorBody;
  readonly requestId?: string | undefined;
  /** Seconds to wait, as the answer's `Retry-After` specifies. */
  readonly retryAfter?: number | undefined;
  /** How far this computer's clock is ahead of the service's, in milliseconds; negative when it is behind. */
  readonly clockOffset?: number | undefined;
  /** The beginning of an answer that isn't JSON, such as a proxy's page. */
  readonly excerpt?: string | undefined;
}

/** Why a request has no answer. */
export interface Interruption {
  /**
   * `unreachable`: the request never left. `untrusted`: the server's certificate was refused, so it never left.
   * `insecure`: TLS failed, such as with a server that speaks plain HTTP. `malformed`: the answer isn't HTTP. `lost`:
   * the connection broke. `unexplained`: a browser doesn't report why. `timeout`, `canceled`: waiting ended.
   */
  readonly kind:
    'unreachable' | 'untrusted' | 'insecure' | 'malformed' | 'lost' | 'unexplained' | 'timeout' | 'canceled';
  /** The system's code for it, such as ECONNREFUSED. */
  readonly cause?: string | undefined;
}

/** A success status with a body that isn't what was asked for. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly status: number;
  readonly requestId?: string | undefined;
  /** The beginning of an answer that isn't JSON. */
  readonly excerpt?: string | undefined;
  /** What the answer to a request that changes a job has to have, and doesn't. */
  readonly lacks?: 'jobId' | undefined;
  /** The size of the largest answer that is read, in MB, where this one is larger. */
  readonly largest?: number | undefined;
}

export type Failure = Rejection | Interruption | Unreadable;

/** The one error that the API client throws. */
export class ApiError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super('status' in failure ? `${failure.kind} (${failure.status})` : failure.kind);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/**
 * Reads an error body in any of its shapes: `{error_code, error_msg, common_error_code, solution_msg}` of LakeFormation
 * and the gateway, `{error: {...}, error_code, ...}` of status 403, where the outer code wins, and IAM's
 * `{error: {code, message}}` or `{code, message}`. Empty for everything else.
 */
export function readErrorBody(value: unknown): ErrorBody {
  if (!isObject(value)) return {};
  const inner = isObject(value.error) ? value.error : {};
  return {
    code: text(value.error_code) ?? text(inner.error_code) ?? code(inner.code) ?? code(value.code),
    commonCode: text(value.common_error_code),
    message: text(value.error_msg) ?? text(inner.error_msg) ?? text(inner.message) ?? text(value.message),
    solution: text(value.solution_msg),
  };
}

function code(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : text(value);
}

/** Returns the failure of an error that the API client threw. Rethrows every other error: it is a defect. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ApiError) return error.failure;
  throw error;
}

/** Whether the gateway rejected a request because there are too many: status 429, or its code 0308. */
export function isThrottled(failure: Failure): boolean {
  return (
    failure.kind === 'rejected' &&
    (failure.status === 429 || codesOf(failure.body).some((code) => /^APIGW?\.0308$/.test(code)))
  );
}

/** The codes of an error response, the most specific first. */
export function codesOf({ code, commonCode }: ErrorBody): readonly string[] {
  return [code, commonCode].filter((one) => one !== undefined);
}

/**
 * The messages of a 403 about the credential. Other messages may have the word "token" in them, too, such as those about
 * tokenization or a token bucket.
 */
const credentialMessages = new Set([
  // CreateJobByInstance, example of 403.
  'x-auth-token is invalid in the request',
  // CreateJobByInstance, example of 401.
  'incorrect token or token resolution failed',
  // IAM, obtaining a token: a token that expired or was voided.
  'the token must be updated',
  // The gateway's error codes and the FAQ about APIG.0301.
  'incorrect iam authentication information: decrypt token fail',
  'incorrect iam authentication information: verify aksk signature fail',
]);

/**
 * Whether the service refused the credential: status 401, a 403 with one of the messages about it, or a code about it: the
 * gateway's 1002 and 0301 (APIG and APIGW alike), and LakeFormation's 15, 21, and 23.
 */
export function isTokenFailure(failure: Failure): boolean {
  if (failure.kind !== 'rejected') return false;
  const { status, body } = failure;
  const message = (body.message ?? '').trim().replace(/\.$/, '').toLowerCase();
  return (
    status === 401 ||
    (status === 403 && credentialMessages.has(message)) ||
    codesOf(body).some((code) => /^(?:APIGW?\.(?:1002|0301)|lakeformation\.000000(?:15|21|23))$/.test(code))
  );
}

/**
 * Whether the service may have done what was asked although it didn't report that: the connection or the wait ended
 * after the request may have left; the answer can't be read, comes from something in between, or refers to another
 * address for the result (303; a browser shows all redirects as status 0).
 */
export function isUnknownOutcome(failure: Failure): boolean {
  switch (failure.kind) {
    case 'unreachable':
    case 'untrusted':
      return false;
    case 'insecure':
    case 'malformed':
    case 'lost':
    case 'unexplained':
    case 'timeout':
    case 'canceled':
    case 'unreadable':
      return true;
    case 'rejected':
      return [0, 303, 304, 408].includes(failure.status) || failure.status >= 500;
  }
}
