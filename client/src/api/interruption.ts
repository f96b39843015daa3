import type { Interruption } from './errors.ts';

/** Codes of Node with which a request hasn't left the machine. */
const neverLeft = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ERR_INVALID_URL|UND_ERR_CONNECT_TIMEOUT)$/;
/** Codes that a connection under way can end with too: a request hasn't left only where connecting failed. */
const unreachable = /^(?:EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENETDOWN)$/;
/** Node's codes of a server's certificate; not the ones of OpenSSL about certificates, which servers send too. */
const certificate =
  /^(?!ERR_SSL_).*(?:CERT|CRL|SELF_SIGNED|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH)/;
const tls = /^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/;
/** Codes of Node's HTTP parser (its errors don't always have one), of the limits of its client, and of zlib. */
const malformed = /^(?:HPE_|HTTPParserError$|UND_ERR_HEADERS_OVERFLOW$|UND_ERR_RES|Z_|ERR__ERROR_FORMAT)/;

/**
 * Returns why a request has no answer.
 * @param error what `fetch`, or reading the body, has rejected with
 * @param isReceiving whether the headers of an answer were there
 */
export function interruptionOf(
  error: unknown,
  canceled: AbortSignal,
  timeout: AbortSignal,
  isReceiving: boolean,
): Interruption {
  if (canceled.aborted) return { kind: 'canceled' };
  if (timeout.aborted) return { kind: 'timeout' };
  const refusal = proxyRefusal(error);
  if (refusal !== undefined) return { kind: 'unreachable', cause: `proxy ${refusal}` };
  const { code: cause, syscall } = causeOf(error);
  if (cause === undefined) return { kind: isReceiving || isExplained(error) ? 'lost' : 'unexplained' };
  if (neverLeft.test(cause)) return { kind: 'unreachable', cause };
  if (syscall === 'connect' && unreachable.test(cause)) return { kind: 'unreachable', cause };
  if (certificate.test(cause)) return { kind: 'untrusted', cause };
  if (tls.test(cause)) return { kind: 'insecure', cause };
  if (malformed.test(cause)) return { kind: 'malformed', cause };
  return { kind: 'lost', cause };
}

/** Whether an error of `fetch` has a cause: Node's does, a browser's never. */
function isExplained(error: unknown): boolean {
  return error instanceof Error && error.cause !== undefined;
}

/** The status with which a proxy refused to make a tunnel, as Node's `fetch` words it: then no request has left. */
function proxyRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return /^Proxy response \((\d+)\) !== 200 when HTTP Tunneling/.exec(error.message)?.[1] ?? proxyRefusal(error.cause);
}

/** The system's code of an error or of what caused it, and the call that failed; of several addresses, the first one's. */
function causeOf(error: unknown): { readonly code?: string; readonly syscall?: unknown } {
  if (!(error instanceof Error)) return {};
  if (error instanceof AggregateError) return causeOf(error.errors[0]);
  const code: unknown = Reflect.get(error, 'code') ?? (error.name === 'HTTPParserError' ? error.name : undefined);
  return typeof code === 'string' ? { code, syscall: Reflect.get(error, 'syscall') } : causeOf(error.cause);
}
