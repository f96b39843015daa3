import type { Span } from '../../../language/src/documents/range.ts';
import { characterOf } from './entities.ts';

/** A text as it reads once escapes are decoded or white space is left out. */
export interface View {
  readonly text: string;
  /** Whether words are apart from each other. */
  readonly hasWords: boolean;
  /** Returns where a stretch of the view is in the original text. */
  readonly spanOf: (span: Span) => Span;
}

/** Texts are encoded within each other, such as a URL in HTML in JSON in JSON, but not more often than this. */
const mostLevels = 8;

/** Escapes of JSON, of URLs by the characters that their bytes are in UTF-8, and of HTML. */
const escapes = new RegExp(
  [
    String.raw`\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt])`,
    '%[0-7]HEX|%[CDcd]HEX%[89ABab]HEX|%[Ee]HEX(?:%[89ABab]HEX){2}|%[Ff][0-7](?:%[89ABab]HEX){3}',
    '&(?:#[0-9]{1,7}|#[xX]HEX{1,6}|[A-Za-z]{2,8});',
  ]
    .join('|')
    .replaceAll('HEX', '[0-9A-Fa-f]'),
  'g',
);

/** Where lines are wrapped, and `+`, which is a space in forms. */
const space = /[\s+\u00ad\u200b]+/g;

/** Yields the views of a text: as it is, decoded as often as there are escapes, and without white space at last. */
export function* decodedViews(text: string): Generator<View> {
  let view: View = { text, hasWords: true, spanOf: (span) => span };
  yield view;
  for (let level = 0; level < mostLevels && hasEscapes(view.text); level++) {
    const next = replaced(view, escapes, characterFor, true);
    if (next === undefined) break;
    view = next;
    yield view;
  }
  const last = replaced(view, space, () => '', false);
  if (last) yield last;
}

/** Decodes all escapes of a text, and what comes out of them. */
export function decoded(text: string): string {
  let result = text;
  for (let level = 0; level < mostLevels && hasEscapes(result); level++) result = result.replace(escapes, characterFor);
  return result;
}

/** Leaves the white space of a text out. */
export function squeezed(text: string): string {
  return text.replace(space, '');
}

function hasEscapes(text: string): boolean {
  return /[\\%&]/.test(text);
}

const controls: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The character of an escape; the escape itself if it has none. */
function characterFor(escape: string): string {
  const second = escape.charAt(1);
  switch (escape.charAt(0)) {
    case '\\':
      return second === 'u' ? String.fromCharCode(parseInt(escape.slice(2), 16)) : (controls[second] ?? second);
    case '%':
      return decodedUrl(escape);
    default:
      return characterOf(escape.slice(1, -1)) ?? escape;
  }
}

function decodedUrl(escape: string): string {
  try {
    return decodeURIComponent(escape);
  } catch {
    return escape;
  }
}

/** A stretch of a view, and where it ends there and in the text that the view is of. */
interface Replacement {
  readonly offset: number;
  readonly end: number;
  readonly sourceOffset: number;
  readonly sourceEnd: number;
}

/** The view with parts of its text replaced; `undefined` where there are none. */
function replaced(view: View, pattern: RegExp, replace: (part: string) => string, hasWords: boolean): View | undefined {
  const replacements: Replacement[] = [];
  const parts: string[] = [];
  let [sourceEnd, end] = [0, 0];
  for (const { 0: part, index } of view.text.matchAll(pattern)) {
    const replacement = replace(part);
    if (replacement === part) continue;
    const offset = end + index - sourceEnd;
    parts.push(view.text.slice(sourceEnd, index), replacement);
    [sourceEnd, end] = [index + part.length, offset + replacement.length];
    replacements.push({ offset, end, sourceOffset: index, sourceEnd });
  }
  if (replacements.length === 0) return undefined;
  parts.push(view.text.slice(sourceEnd));
  return {
    text: parts.join(''),
    hasWords,
    spanOf: ({ offset, length }) => {
      const from = sourceOf(replacements, offset);
      const last = sourceOf(replacements, offset + length - 1);
      return view.spanOf({ offset: from.offset, length: last.end - from.offset });
    },
  };
}

/** Where the source of the character at an offset of a view begins and ends. */
function sourceOf(replacements: readonly Replacement[], offset: number): { offset: number; end: number } {
  let [low, high] = [0, replacements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((replacements[middle]?.offset ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const before = replacements[low - 1];
  if (before === undefined) return { offset, end: offset + 1 };
  if (offset < before.end) return { offset: before.sourceOffset, end: before.sourceEnd };
  const start = before.sourceEnd + offset - before.end;
  return { offset: start, end: start + 1 };
}
