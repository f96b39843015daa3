import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/**
 * Sends a request to a local server as if it was the host of another URL, which signatures cover and the global `fetch` doesn't
 * let a caller set.
 * @param url the URL that the request is for
 * @param server scheme, host, and port of the local server
 */
export async function fetchWithHost(
  url: string,
  server: string,
  { method = 'GET', headers, body }: RequestInit,
): Promise<Response> {
  const { host, pathname, search } = new URL(url);
  const sent = request(`${server}${pathname}${search}`, {
    method,
    headers: { ...Object.fromEntries(new Headers(headers)), host },
  });
  const responded = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve).once('error', reject);
  });
  sent.end(typeof body === 'string' ? body : undefined);
  const response = await responded;
  const answer = await text(response);
  return new Response(answer, {
    status: response.statusCode ?? 0,
    headers: Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)]),
  });
}
