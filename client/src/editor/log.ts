import type { LogOutputChannel } from 'vscode';
import type { Exchange } from '../api/http.ts';

/** One line a request: method, address, result, duration, request id. Never a token or a body. */
export function logExchange(
  log: Pick<LogOutputChannel, 'info'>,
  { method, url, result, duration, requestId }: Exchange,
): void {
  log.info(
    `${method} ${url} → ${result} in ${duration} ms${requestId === undefined ? '' : `, request id ${requestId}`}`,
  );
}
