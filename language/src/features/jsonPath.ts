import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { jsonPath } from '../documents/jsonPath.ts';
import { childAt, nodeAt, pathOf } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';

/**
 * The path of the property or element at the cursor, in JSONPath notation; of one that has its line for itself, anywhere on
 * that line. `undefined` in a text without a value.
 */
export function jsonPathAt(
  document: TextDocument,
  { tree, text }: ParsedDocument,
  position: Position,
): string | undefined {
  if (tree === undefined) return undefined;
  const offset = document.offsetAt(position);
  const node = nodeAt(tree, offset) ?? tree;
  return jsonPath(pathOf(besideCursor(text, node, offset) ?? node));
}

/** In a block, between its properties: the one before the cursor, or with the cursor in its indentation. */
function besideCursor(text: string, node: Node, offset: number): Node | undefined {
  if (node.type !== 'object' && node.type !== 'array') return undefined;
  const before = text.slice(Math.max(0, offset - longestSpace), offset);
  const end = offset - (/[ \t]*,?[ \t]*$/.exec(before)?.[0] ?? '').length;
  const left = childAt(node, end);
  if (left && left.offset + left.length === end) return left;
  if (!/(?:^|[\r\n])[ \t]*$/.test(before)) return undefined;
  const start = offset + (/^[ \t]*/.exec(text.slice(offset, offset + longestSpace))?.[0] ?? '').length;
  const right = childAt(node, start);
  return right?.offset === start ? right : undefined;
}

/** Farther away isn't beside the cursor. */
const longestSpace = 200;
