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
  while (isSpace(text.charCodeAt(end))) end++;
  return end;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d || unit === 0x0a;
}
