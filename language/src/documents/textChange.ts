import type { Span } from './range.ts';

/** A stretch of a text and what takes its place. */
export interface TextChange extends Span {
  readonly text: string;
}

/** The text with all changes made; they may not overlap. Of two insertions at one place the first comes first. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let end = 0;
  for (const change of [...changes].sort((left, right) => left.offset - right.offset)) {
    result += text.slice(end, change.offset) + change.text;
    end = change.offset + change.length;
  }
  return result + text.slice(end);
}

/** The one change that makes `after` of `before`, as short as possible; `undefined` when they are the same. */
export function difference(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { offset: start, length: before.length - end - start, text: after.slice(start, after.length - end) };
}
