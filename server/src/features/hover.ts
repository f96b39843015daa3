import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import { nodeAt, pathOf } from '../documents/locate.ts';
import { nodeValue } from '../documents/value.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf } from '../documents/range.ts';
import { describeSchedule } from '../schedule/describe.ts';
import { describe } from '../schema/describe.ts';
import { subschemaAt } from '../schema/lookup.ts';
import { mandatoryMembers } from '../schema/conditions.ts';

/**
 * What the API says of the member or value under the cursor, and of a schedule when it runs next; `null` where there is
 * nothing to say.
 * @param now the time after which the next runs are
 */
export function hover(document: TextDocument, parsed: ParsedDocument, position: Position, now: Date): Hover | null {
  const offset = document.offsetAt(position);
  const node = parsed.tree && nodeAt(parsed.tree, offset);
  if (node === undefined || !isWord(node, offset)) return null;
  const path = pathOf(node);
  const schema = subschemaAt(path);
  if (schema === undefined || path.length === 0) return null;
  const name = path.at(-1);
  const property = isKey(node) ? node.parent : undefined;
  const value = isKey(node) ? property?.children?.[1] : node;
  return {
    contents: {
      kind: MarkupKind.Markdown,
      value: [
        describe(schema, {
          ...(typeof name === 'string' && {
            name,
            mandatory: mandatoryMembers(path.slice(0, -1), parsed.data).has(name),
          }),
          value: value && nodeValue(value),
        }),
        ...(String(name).startsWith('execute_') ? [describeSchedule(parsed.data, now)] : []),
      ]
        .filter((part) => part !== undefined)
        .join('\n\n'),
    },
    range: rangeOf(document, node),
  };
}

/** A key, text, number or word with the cursor on it: not the inside of a block, nor the position after a word. */
function isWord(node: Node, offset: number): boolean {
  const isScalar = node.type !== 'object' && node.type !== 'array' && node.type !== 'property';
  return isScalar && offset < node.offset + node.length;
}

function isKey(node: Node): boolean {
  return node.parent?.type === 'property' && node.parent.children?.[0] === node;
}
