import type { Span } from '../../../language/src/documents/range.ts';
import { redactJson } from './json.ts';
import { SecretSearch } from './search.ts';

/** What is shown for a token or a secret. */
export const mask = '••••••';

/**
 * Returns the function that masks secrets: the one that every text from outside, or that quotes a job, goes through
 * before it leaves for a log, a message, or a document. Takes time in proportion to the text.
 *
 * - Of secrets of 8 characters and more, the whole and every 12 characters in a row are masked wherever they are, so also
 *   what is left where a text was cut off; and also where they are encoded: with escapes of JSON (within JSON), URLs, and
 *   HTML, in Base64 and hexadecimal, twice, and wrapped. Of what is encoded, every 12 characters as written are masked, if
 *   they are 4 of the secret.
 * - Shorter ones are masked where they are a word of their own, and those of 1 or 2 characters only where they are a whole
 *   value: they are in ordinary texts, too.
 *
 * JSON stays JSON, and everything else in it stays as written.
 * @param secrets the token and the secret values of the job; empty ones are ignored
 */
export function redaction(secrets: readonly string[]): (text: string) => string {
  const values = new Set(secrets.filter((secret) => secret !== ''));
  if (values.size === 0) return (text) => text;
  const search = new SecretSearch([...values]);
  const redactText = (text: string): string =>
    values.has(text) || values.has(text.trim()) ? mask : masked(text, search, true);
  const redact = (text: string): string => (isJson(text) ? redactJson(text, redactValue) : redactText(text));
  // A property's name isn't masked for a short secret, but may contain a long one.
  const redactValue = (value: string, isName: boolean): string =>
    isName ? masked(value, search, false) : redact(value);
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

/** Texts are searched in pieces of this length, so that what it takes in memory is bounded. */
const pieceLength = 1 << 17;

/** The pieces overlap by what the shortest part of a secret takes in a text, however it is escaped. */
const overlap = 1 << 13;

function masked(text: string, search: SecretSearch, hasWords: boolean): string {
  const found: Span[] = [];
  for (let start = 0; start === 0 || start + overlap < text.length; start += pieceLength - overlap) {
    const piece = text.slice(start, start + pieceLength);
    for (const { offset, length } of search.find(piece)) found.push({ offset: start + offset, length });
    for (const { offset, length } of hasWords ? search.findWords(piece) : []) {
      // What is at the edge of a piece may be a part of a word, and is within the other piece that has it.
      const isCut =
        (offset === 0 && start > 0) || (offset + length === pieceLength && start + pieceLength < text.length);
      if (!isCut) found.push({ offset: start + offset, length });
    }
  }
  return found.length === 0 ? text : withMasks(text, found);
}

function withMasks(text: string, spans: Span[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { offset, length } of spans.sort((left, right) => left.offset - right.offset)) {
    if (offset >= end) parts.push(text.slice(end, offset), mask);
    end = Math.max(end, offset + length);
  }
  return parts.join('') + text.slice(end);
}
