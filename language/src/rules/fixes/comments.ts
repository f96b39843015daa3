import type { Node } from 'jsonc-parser';
import type { ParsedDocument } from '../../documents/parse.ts';

/** Returns whether a comment is inside a node, which would be lost when the node is removed. */
export function hasComment({ problems }: ParsedDocument, { offset, length }: Node): boolean {
  let low = 0;
  let high = problems.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((problems[middle]?.offset ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let index = low; ; index++) {
    const problem = problems[index];
    if (problem === undefined || problem.offset >= offset + length) return false;
    if (problem.kind === 'comment') return true;
  }
}
