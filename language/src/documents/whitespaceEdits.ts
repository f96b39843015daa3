import type { Edit } from 'jsonc-parser';

/** A text with edits made that do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((left, right) => left.offset - right.offset);
  const parts: string[] = [];
  let end = 0;
  for (const { offset, length, content } of ordered) {
    parts.push(text.slice(end, offset), content);
    end = offset + length;
  }
  return parts.join('') + text.slice(end);
}

/** The edits that make one text of another, where only the white space of JSON is different. */
export function whitespaceEdits(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  for (let to = 0; from < before.length || to < after.length; from++, to++) {
    const fromEnd = spaceEnd(before, from);
    const toEnd = spaceEnd(after, to);
    const content = after.slice(to, toEnd);
    if (before.slice(from, fromEnd) !== content) edits.push({ offset: from, length: fromEnd - from, content });
    from = fromEnd;
    to = toEnd;
  }
  return edits;
}

function spaceEnd(text: string, offset: number): number {
  let end = offset;
  while (/[ \t\r\n]/.test(text.charAt(end))) end++;
  return end;
}
