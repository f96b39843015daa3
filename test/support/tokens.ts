import type { Node } from 'jsonc-parser';
import { parse } from '../../language/src/documents/parse.ts';

/** The replacement of a value that is left out of a row of tokens. */
export const gap = '…';

/**
 * The content of a document, as a row of its brackets, names and values: however they are written, and without what
 * separates them. The same row has the same meaning.
 * @param left a property, element or value that is left out, with a gap in its place
 */
export function tokensOf(node: Node | undefined, left?: Node): string[] {
  if (node === undefined) return [];
  if (node === left) return [gap];
  const [first, ...others] = (node.children ?? []).map((child) => tokensOf(child, left));
  switch (node.type) {
    case 'object':
      return ['{', ...(first ?? []), ...others.flat(), '}'];
    case 'array':
      return ['[', ...(first ?? []), ...others.flat(), ']'];
    case 'property':
      return [`name ${first?.join('') ?? ''}`, ...others.flat()];
    default:
      return [`${node.type} ${String(node.value)}`];
  }
}

/** The content of a text. */
export function meaningOf(text: string): string[] {
  return tokensOf(parse(text).tree);
}

/** The nodes of a document, each before those in it. */
export function nodesOf(node: Node | undefined): Node[] {
  return node === undefined ? [] : [node, ...(node.children ?? []).flatMap(nodesOf)];
}

/** Whether a node is a property or an element. */
export function isPart({ type, parent }: Node): boolean {
  return type === 'property' || parent?.type === 'array';
}

/** A comment in a document. */
export interface Comment {
  readonly text: string;
  readonly offset: number;
}

/** The comments of a document, in its order and without the spaces at their ends. */
export function commentsOf(text: string): Comment[] {
  return parse(text)
    .problems.filter(({ kind }) => kind === 'comment' || kind === 'open-comment')
    .map(({ offset, length }) => ({ offset, text: text.slice(offset, offset + length).trimEnd() }));
}

/** The comments that a text doesn't have any more, once for each time that it's missing. */
export function missingComments(comments: readonly Comment[], text: string): string[] {
  const left = commentsOf(text).map((comment) => comment.text);
  return comments.flatMap((comment) => {
    const index = left.indexOf(comment.text);
    if (index >= 0) left.splice(index, 1);
    return index >= 0 || isHidden(comment, text) ? [] : [comment.text];
  });
}

/** The comments of a line with a text that has no end aren't returned. */
function isHidden(comment: Comment, text: string): boolean {
  return (
    text.includes(comment.text) &&
    parse(text).problems.some(({ kind }) => kind === 'open-text' || kind === 'missing-quote')
  );
}
