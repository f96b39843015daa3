import type { Node } from 'jsonc-parser';
import type { ParsedDocument } from '../documents/parse.ts';

/** Whether a comment stands in a node, which taking the node out would lose. */
export function hasComment({ problems }: ParsedDocument, { offset, length }: Node): boolean {
  return problems.some(({ kind, offset: at }) => kind === 'comment' && offset < at && at < offset + length);
}
