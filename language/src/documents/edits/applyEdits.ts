import type { Edit } from 'jsonc-parser';

/**
 * Returns a text with all edits made; they may not overlap. Of two insertions at one place the first comes first.
 * jsonc-parser's `applyEdits` copies the text for each edit.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((left, right) => left.offset - right.offset);
  const parts: string[] = [];
  let end = 0;
  for (const { offset, length, content } of ordered) {
    parts.push(text.slice(end, offset), content);
    end = offset + length;
  }
  return parts.join('') + text.slice(end);
}

/** Returns the one edit that does what several do. */
export function joined(text: string, edits: readonly Edit[]): Edit {
  const start = edits.reduce((least, { offset }) => Math.min(least, offset), text.length);
  const end = edits.reduce((most, { offset, length }) => Math.max(most, offset + length), 0);
  const inside = edits.map((edit) => ({ ...edit, offset: edit.offset - start }));
  return { offset: start, length: end - start, content: applyEdits(text.slice(start, end), inside) };
}

/** Returns the one edit that turns `before` into `after`, as short as possible; `undefined` when they are the same. */
export function difference(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { offset: start, length: before.length - end - start, content: after.slice(start, after.length - end) };
}
