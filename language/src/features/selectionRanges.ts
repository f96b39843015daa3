import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import { nodeAt } from '../documents/locate.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf, type Span } from '../documents/range.ts';

/**
 * For each position the places around it that a growing selection takes in: a text without its quotes, the text, the
 * property, what is in the block, the block, and so on outwards.
 */
export function selectionRanges(
  document: TextDocument,
  { tree, text }: ParsedDocument,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const spans = spansAround(tree, text, document.offsetAt(position));
    return spans.reduceRight<SelectionRange>((parent, span) => ({ range: rangeOf(document, span), parent }), {
      range: rangeOf(document, { offset: 0, length: text.length }),
    });
  });
}

/** From the innermost to the outermost, each within the next. */
function spansAround(tree: Node | undefined, text: string, offset: number): Span[] {
  const spans: Span[] = [];
  let last: Span = { offset, length: 0 };
  for (let node = tree && nodeAt(tree, offset); node !== undefined; node = node.parent) {
    for (const span of [innerOf(node, text), node]) {
      if (span === undefined || span.length === last.length || !isWithin(last, span)) continue;
      spans.push(span);
      last = span;
    }
  }
  return last.length < text.length ? spans : spans.slice(0, -1);
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.offset <= inner.offset && inner.offset + inner.length <= outer.offset + outer.length;
}

/** What is between quotes or brackets, without the white space at both ends; nothing in an empty or open pair. */
function innerOf({ type, offset, length }: Node, text: string): Span | undefined {
  let start = offset + 1;
  let end = offset + length - 1;
  const pair = start <= end ? text.charAt(offset) + text.charAt(end) : '';
  if (pair !== '""' && pair !== '{}' && pair !== '[]') return undefined;
  if (type !== 'string') {
    while (start < end && /\s/.test(text.charAt(start))) start++;
    while (start < end && /\s/.test(text.charAt(end - 1))) end--;
  }
  return start < end ? { offset: start, length: end - start } : undefined;
}
