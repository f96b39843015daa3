import type { LogOutputChannel } from 'vscode';
import type { Exchange } from '../api/http.ts';

/** Writes one line a request: method, result, duration, request ID, and URL. Never a token or a body. */
export function logExchange(
  log: Pick<LogOutputChannel, 'info'>,
  { method, url, result, duration, requestId }: Exchange,
): void {
  log.info(
    `${method} → ${result} in ${duration} ms${requestId === undefined ? '' : `, request ID ${requestId}`}: ${url}`,
  );
}
