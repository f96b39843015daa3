import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answers.ts';

/**
 * Reads the whole body of a request.
 * @throws Error when the client leaves before it is there
 */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Sends an answer, with an `X-Request-Id` of its own. */
export function send(response: ServerResponse, answer: Answer): void {
  const body = bodyOf(answer);
  sendHead(response, answer, body.length);
  response.end(body);
}

/** Promises the whole answer and cuts the connection after half of it; of an empty body a byte is promised. */
export function sendHalf(response: ServerResponse, answer: Answer): void {
  const body = bodyOf(answer);
  sendHead(response, answer, Math.max(body.length, 1));
  response.flushHeaders();
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
}

function bodyOf({ body }: Answer): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The answer's own headers take the place of the usual ones, in capitals or not. */
function sendHead(response: ServerResponse, { status, headers = {}, body }: Answer, length: number): void {
  if (body !== undefined) response.setHeader('Content-Type', 'application/json');
  response.setHeader('Content-Length', length);
  response.setHeader('X-Request-Id', randomUUID());
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(status);
}
