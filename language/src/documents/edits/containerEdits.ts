import type { Edit, Node } from 'jsonc-parser';
import { indentationAt, indented, type Indentation } from '../indentation.ts';
import type { Span } from '../range.ts';

/** Makes the text of something that is put into a document, laid out for its place. */
export type TextFor = (indentation: Indentation) => string;

/**
 * Puts properties or elements behind `previous`, which is a child of `container`, or before all its children. Commas are
 * added where needed; comments stay where they are, with what they are about.
 */
export function insertInto(
  text: string,
  container: Node,
  previous: Node | undefined,
  inserted: readonly TextFor[],
): Edit[] {
  const children = container.children ?? [];
  const [first] = children;
  if (first === undefined) return [intoEmpty(text, container, inserted)];
  const isOnOneLine = !/[\r\n]/.test(text.slice(container.offset, first.offset));
  const indentation = indentationAt(text, first.offset);
  const place = isOnOneLine ? { ...indentation, current: indentationAt(text, container.offset).current } : indentation;
  const lineStart = indentation.lineBreak + indentation.current;
  const parts = inserted.map((textFor) => textFor(place));
  if (previous === undefined) {
    const offset = lineTail(text, container.offset + 1);
    // On one line, what is between the bracket and the first child stays there.
    if (isOnOneLine) return [insertion(first.offset, parts.map((part) => `${part}, `).join(''))];
    return [insertion(offset, parts.map((part) => `${lineStart}${part},`).join(''))];
  }
  const end = endOf(previous);
  const comma = commaAfter(text, end);
  const isLast = children.at(-1) === previous;
  const start = comma === undefined ? end : comma + 1;
  const tail = lineTail(text, start);
  // What is put behind a line comment would be a part of it.
  const separator = isOnOneLine && !text.slice(start, tail).includes('//') ? ' ' : lineStart;
  const added = parts.map((part) => separator + part).join(',') + (isLast || comma === undefined ? '' : ',');
  if (comma !== undefined) return [insertion(tail, added)];
  return tail === end ? [insertion(end, `,${added}`)] : [insertion(end, ','), insertion(tail, added)];
}

/**
 * Takes properties or elements out of their container, with their commas and, where nothing else is on them, their lines.
 * Comments stay.
 * @param removed children of `container`, in their order
 */
export function removeFrom(text: string, container: Node, removed: readonly Node[]): Edit[] {
  const offsets = new Set(removed.map(({ offset }) => offset));
  const isRemoved = ({ offset }: Node): boolean => offsets.has(offset);
  const children = container.children ?? [];
  const edits = runsOf(text, removed).flatMap((run) => removalOf(text, run));
  const last = children.at(-1);
  if (last === undefined || !isRemoved(last) || commaAfter(text, endOf(last)) !== undefined) return edits;
  // The last one leaves a comma behind, unless what is removed reaches back to it.
  const previous = children.findLast((child) => !isRemoved(child));
  const comma = previous && commaAfter(text, endOf(previous));
  const next = edits.find(({ offset }) => comma !== undefined && offset > comma);
  if (comma === undefined || next === undefined) return edits;
  return next.offset === comma + 1
    ? edits.map((edit) => (edit === next ? { ...edit, offset: comma, length: edit.length + 1 } : edit))
    : [{ offset: comma, length: 1, content: '' }, ...edits];
}

/** Returns the spans of children; of those that follow each other without a comment between them as one. */
function runsOf(text: string, children: readonly Node[]): Span[] {
  const runs: Span[] = [];
  for (const child of children) {
    const run = runs.at(-1);
    const between = run ? text.slice(run.offset + run.length, child.offset) : '';
    if (run && /^\s*,\s*$/.test(between)) {
      runs.splice(-1, 1, { offset: run.offset, length: endOf(child) - run.offset });
    } else runs.push(child);
  }
  return runs;
}

function removalOf(text: string, span: Span): Edit[] {
  const comma = commaAfter(text, endOf(span));
  const isCommentBetween = comma !== undefined && text.slice(endOf(span), comma).trim() !== '';
  const end = comma === undefined || isCommentBetween ? endOf(span) : comma + 1;
  return [
    withItsSpace(text, { offset: span.offset, length: end - span.offset }),
    ...(isCommentBetween ? [{ offset: comma, length: 1, content: '' }] : []),
  ];
}

/** Another text in the place of something. */
export function replaceSpan({ offset, length }: Span, content: string): Edit {
  return { offset, length, content };
}

/** Returns where the next token at or after `offset` starts: white space and comments are skipped. */
export function skipTrivia(text: string, offset: number): number {
  // A scanner would read the token, too, which may be as long as the text.
  const trivia = /(?:[ \t\r\n]+|\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$))*/y;
  trivia.lastIndex = offset;
  return offset + (trivia.exec(text)?.[0].length ?? 0);
}

function intoEmpty(text: string, container: Node, inserted: readonly TextFor[]): Edit {
  const outer = indentationAt(text, container.offset);
  const inner = indented(outer);
  const body = inserted.map((textFor) => inner.lineBreak + inner.current + textFor(inner)).join(',');
  const start = container.offset + 1;
  const inside = /^\s*/.exec(text.slice(start, endOf(container)))?.[0] ?? '';
  const isBlank = /[}\]]/.test(text[start + inside.length] ?? '');
  // A comment in the brackets stays, behind what is put in.
  return isBlank
    ? { offset: start, length: inside.length, content: body + outer.lineBreak + outer.current }
    : insertion(start, body + (inside.startsWith('\n') || inside.startsWith('\r') ? '' : inner.lineBreak));
}

function insertion(offset: number, content: string): Edit {
  return { offset, length: 0, content };
}

function endOf({ offset, length }: Span): number {
  return offset + length;
}

function commaAfter(text: string, offset: number): number | undefined {
  const next = skipTrivia(text, offset);
  return text[next] === ',' ? next : undefined;
}

/** The end of the comments on the rest of the line at `offset`; `offset` where there are none. */
function lineTail(text: string, offset: number): number {
  const comments = /(?:[ \t]*(?:\/\/[^\r\n]*|\/\*(?:[^*\r\n]|\*(?!\/))*\*\/))+/y;
  comments.lastIndex = offset;
  const found = comments.exec(text)?.[0] ?? '';
  const end = offset + found.length;
  // What is followed by something else on the line belongs to that.
  return found === '' || !/^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 200)) ? offset : end;
}

/** Takes a span out with the spaces around it; with its line break if it is on lines of its own. */
export function withItsSpace(text: string, { offset, length }: Span): Edit {
  const end = offset + length;
  const after = /^[ \t]*/.exec(text.slice(end, end + 1000))?.[0].length ?? 0;
  const before = blankBefore(text, offset);
  const isAloneBefore = before === offset || /[\r\n]/.test(text.charAt(offset - before - 1));
  const lineBreak = /^(?:\r\n|\r|\n)/.exec(text.slice(end + after, end + after + 2))?.[0];
  if (isAloneBefore && lineBreak !== undefined) {
    return { offset: offset - before, length: before + length + after + lineBreak.length, content: '' };
  }
  if (isAloneBefore) return { offset, length: length + after, content: '' };
  return { offset: offset - before, length: length + before, content: '' };
}

/** Returns how many spaces and tabs are before `offset`. */
function blankBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return offset - start;
}
