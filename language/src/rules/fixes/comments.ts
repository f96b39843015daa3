import type { Node } from 'jsonc-parser';
import { firstIndex } from '../../documents/binarySearch.ts';
import type { ParsedDocument } from '../../documents/parse.ts';

/** Returns whether a comment is inside a node, which would be lost when the node is removed. */
export function hasComment({ problems }: ParsedDocument, { offset, length }: Node): boolean {
  for (let index = firstIndex(problems.length, (at) => (problems[at]?.offset ?? 0) > offset); ; index++) {
    const problem = problems[index];
    if (problem === undefined || problem.offset >= offset + length) return false;
    if (problem.kind === 'comment') return true;
  }
}
