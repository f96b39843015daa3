import type { Node } from 'jsonc-parser';
import type { SyntaxProblem } from './problems.ts';
import { parseByRule } from './treeParser.ts';

/** A syntax tree and where its text is not JSON. */
export interface ParsedTree {
  /** `undefined` for a text without any value. */
  readonly tree: Node | undefined;
  /** In the order of the text. */
  readonly problems: readonly SyntaxProblem[];
  /** Objects and arrays are nested too deep: the tree ends there. */
  readonly isTooDeep: boolean;
}

/**
 * Parses any text into a tree of what is meant. What is not JSON is noted and read as the nearest thing that is: a
 * missing comma as there, single quotes as double ones. Fixing a problem leaves the tree as it is.
 * @param maximumDepth how many objects and arrays may be nested: each takes a stack frame
 */
export function parseTree(text: string, maximumDepth: number): ParsedTree {
  const byKind = parseByRule(text, maximumDepth, 'kind');
  if (byKind.isTooDeep) return byKind;
  let result = byKind;
  if (byKind.hasMismatch && !byKind.isBalanced) {
    // One closing bracket may be of the wrong kind: `[1}`, `{"a": {"b": 1], "c": 2}`.
    const byPlace = parseByRule(text, maximumDepth, 'place');
    if (byPlace.isBalanced && byPlace.problems.length <= result.problems.length) result = byPlace;
  }
  if (result.problems.some(({ kind }) => kind === 'open-bracket')) {
    const byIndentation = parseByRule(text, maximumDepth, 'indentation');
    // Where it is as good, or the text has other mistakes, the indentation may have been meant otherwise.
    const most = result.problems.length - (byIndentation.endsEmptyContainer ? 1 : 0);
    const isOtherwiseRight = byIndentation.problems.every(
      ({ kind }) => kind === 'open-bracket' || kind === 'byte-order-mark',
    );
    if (isOtherwiseRight && byIndentation.problems.length <= most) result = byIndentation;
  }
  return result;
}
