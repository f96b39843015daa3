import { redactJson } from './json.ts';
import { secretForms } from './secretForms.ts';
import { SecretSearch } from './search.ts';
import { decodedViews } from './views.ts';

/** What is shown for a token or a secret. */
export const mask = '••••••';

/**
 * Returns the function that masks secrets: the one that every text from outside, or that quotes a job, goes through before
 * it leaves for a log, a message, or a document. Takes time in proportion to the text.
 *
 * - Secrets of 8 characters and more are masked wherever they are, also encoded: with escapes of JSON (within JSON), URLs,
 *   and HTML, in hexadecimal and Base64, and wrapped; and so are their beginnings of 12 characters and more, of a text
 *   that was cut off.
 * - Shorter ones are masked where they are a word of their own, and those of 1 or 2 characters only where they are a whole
 *   value: they are in ordinary texts too.
 *
 * JSON stays JSON, and everything else in it stays as it is written.
 * @param secrets the token and the secret values of the job; empty ones are ignored
 */
export function redaction(secrets: readonly string[]): (text: string) => string {
  const values = new Set(secrets.filter((secret) => secret !== ''));
  if (values.size === 0) return (text) => text;
  const search = new SecretSearch([...values].flatMap(secretForms));
  const redactText = (text: string): string => (values.has(text.trim()) ? mask : masked(text, search));
  const redact = (text: string): string => (isJson(text) ? redactJson(text, redactValue) : redactText(text));
  // A property's name is no short secret, but may have a long one in it.
  const redactValue = (value: string, isName: boolean): string =>
    isName ? masked(value, search, true) : redact(value);
  return redact;
}

/** Whether a text is JSON with something in it. */
function isJson(text: string): boolean {
  if (!/^\s*[[{"]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function masked(text: string, search: SecretSearch, isName = false): string {
  const found = [...decodedViews(text)].flatMap((view) =>
    search.find(view.text, view.hasWords && !isName).map(view.spanOf),
  );
  if (found.length === 0) return text;
  const parts: string[] = [];
  let end = 0;
  for (const { offset, length } of found.sort((left, right) => left.offset - right.offset)) {
    if (offset >= end) parts.push(text.slice(end, offset), mask);
    end = Math.max(end, offset + length);
  }
  return parts.join('') + text.slice(end);
}
