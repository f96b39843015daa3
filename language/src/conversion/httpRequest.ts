import { hasCredential } from './headers.ts';
import { jobTextOf } from './jobText.ts';
import type { OtherFormat } from './otherFormat.ts';

const requestLine = /^(?:GET|POST|PUT|PATCH|DELETE)[ \t]+\S+(?:[ \t]+HTTP\/[\d.]+)?[ \t]*$/;
const statusLine = /^HTTP\/[\d.]+[ \t]+\d{3}\b.*$/;
/** A header that a request is copied from without its first line. */
const firstHeader = /^(?:Accept|Authorization|Content-Type|Host|User-Agent|X-[\w-]+)[ \t]*:[ \t]*\S/i;

/**
 * Returns the job in the text of an HTTP request or response, or in its headers and body: the body. Comments and variables before
 * the first line are skipped.
 */
export function httpMessage(text: string): OtherFormat | undefined {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => !/^[ \t]*(?:$|#|\/\/|@\w+[ \t]*=)/.test(line));
  const line = lines[first] ?? '';
  const isWithoutFirstLine = firstHeader.test(line);
  if (!isWithoutFirstLine && !requestLine.test(line) && !statusLine.test(line)) return undefined;
  const bodyStart = lines.findIndex((other, index) => index > first && /^[ \t]*(?:$|\{)/.test(other));
  const headers = lines.slice(isWithoutFirstLine ? first : first + 1, bodyStart < 0 ? undefined : bodyStart);
  const next = lines.findIndex((other, index) => index > bodyStart && other.startsWith('###'));
  const body = bodyStart < 0 ? '' : lines.slice(bodyStart, next < 0 ? undefined : next).join('\n');
  // Without its first line, only the job after the headers shows that this isn't YAML.
  if (isWithoutFirstLine && !body.trimStart().startsWith('{')) return undefined;
  return { kind: 'http', job: jobTextOf(body), hasCredential: headers.some(hasCredential) };
}
