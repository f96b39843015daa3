import type { Edit } from 'jsonc-parser';

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
