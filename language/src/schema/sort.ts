import type { Node } from 'jsonc-parser';
import { skipTrivia } from '../documents/edits/containerEdits.ts';
import { keyOf } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { JsonSchema } from './jsonSchema.ts';
import { elementSchema, propertySchema, propertiesOf } from './lookup.ts';

/**
 * The text with the properties of every object in the order of the API reference; `$schema` goes first, unknown ones last, in their
 * order. Comments move with the property that they are above or behind. A text that isn't JSON, but for comments, is
 * left alone.
 */
export function sortProperties({ text, tree, problems }: ParsedDocument): string {
  if (tree === undefined || problems.some(({ kind }) => kind !== 'comment')) return text;
  return text.slice(0, tree.offset) + sorted(text, tree, jobSchema) + text.slice(tree.offset + tree.length);
}

function sorted(text: string, node: Node, schema: JsonSchema | undefined): string {
  const children = node.children ?? [];
  if (children.length === 0) return text.slice(node.offset, node.offset + node.length);
  if (node.type === 'property') {
    const [key, value] = children;
    const inner = key && schema && propertySchema(schema, String(key.value));
    return value ? text.slice(node.offset, value.offset) + sorted(text, value, inner) : '';
  }
  const inner = node.type === 'array' ? schema && elementSchema(schema) : schema;
  const pieces = piecesOf(text, node).map((piece) => ({ ...piece, body: sorted(text, piece.node, inner) }));
  const ordered = node.type === 'object' && schema ? inOrder(pieces, schema) : pieces;
  const last = pieces.at(-1);
  return join(
    text.slice(node.offset, startOf(text, node)),
    ordered,
    last ? text.slice(last.end, node.offset + node.length) : '',
  );
}

/** A property or element with the white space and comments around it that move with it. */
interface Piece {
  readonly node: Node;
  readonly head: string;
  readonly body: string;
  readonly beforeComma: string;
  readonly tail: string;
  readonly end: number;
}

function piecesOf(text: string, container: Node): Piece[] {
  // A comment behind the bracket is about all of it.
  let start = startOf(text, container);
  return (container.children ?? []).map((node) => {
    const valueEnd = node.offset + node.length;
    const comma = skipTrivia(text, valueEnd);
    const hasComma = text[comma] === ',';
    const afterComma = hasComma ? comma + 1 : valueEnd + blockComments(text, valueEnd);
    const end = afterComma + commentsOnLine(text, afterComma);
    const beforeComma = text.slice(valueEnd, hasComma ? comma : afterComma);
    const tail = text.slice(afterComma, end);
    const piece = { node, head: text.slice(start, node.offset), body: '', beforeComma, tail, end };
    start = end;
    return piece;
  });
}

function startOf(text: string, { offset }: Node): number {
  return offset + 1 + commentsOnLine(text, offset + 1);
}

/** The length of the comments right behind a value that leave room for a comma. */
function blockComments(text: string, offset: number): number {
  const comments = /(?:[ \t]*\/\*(?:[^*\r\n]|\*(?!\/))*\*\/)*/y;
  comments.lastIndex = offset;
  return comments.exec(text)?.[0].length ?? 0;
}

/** The length of the comments behind a property on its line. */
function commentsOnLine(text: string, offset: number): number {
  const comments = /(?:[ \t]*(?:\/\/[^\r\n]*|\/\*(?:[^*\r\n]|\*(?!\/))*\*\/))*(?=[ \t]*(?:[\r\n]|$))/y;
  comments.lastIndex = offset;
  return comments.exec(text)?.[0].length ?? 0;
}

/** The pieces one after the other. A line comment swallows what is put behind it, so that it gets a line break. */
function join(start: string, pieces: readonly Piece[], end: string): string {
  let result = start;
  let before = start;
  pieces.forEach(({ head, body, beforeComma, tail }, index) => {
    const comma = index < pieces.length - 1 ? ',' : '';
    result += lineBreakAfter(before, head) + head + body + beforeComma + comma + tail;
    before = beforeComma + comma + tail;
  });
  return result + lineBreakAfter(before, end) + end;
}

/** @param comments white space and comments alone */
function lineBreakAfter(comments: string, next: string): string {
  const lineComments = comments.replace(/\/\*.*?\*\//gs, '');
  const lastLine = lineComments.slice(1 + Math.max(lineComments.lastIndexOf('\n'), lineComments.lastIndexOf('\r')));
  return lastLine.includes('//') && !/^[ \t]*[\r\n]/.test(next) ? '\n' : '';
}

function inOrder(pieces: readonly Piece[], schema: JsonSchema): Piece[] {
  const names = propertiesOf(schema).map(([name]) => name);
  const rank = ({ node }: Piece): number => {
    const name = String(keyOf(node)?.value);
    if (name === '$schema') return -1;
    const index = names.indexOf(name);
    return index < 0 ? names.length : index;
  };
  return [...pieces].sort((left, right) => rank(left) - rank(right));
}
