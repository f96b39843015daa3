import type { Node } from 'jsonc-parser';
import type { SyntaxProblem } from './problems.ts';
import { TreeParser } from './treeParser.ts';

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
  const byKind = new TreeParser(text, maximumDepth, 'kind');
  let result = resultOf(byKind);
  if (byKind.isTooDeep) return result;
  if (byKind.hasMismatch && !byKind.isBalanced) {
    // One closing bracket may be of the wrong kind: `[1}`, `{"a": {"b": 1], "c": 2}`.
    const byPlace = new TreeParser(text, maximumDepth, 'place');
    const other = resultOf(byPlace);
    if (byPlace.isBalanced && other.problems.length <= result.problems.length) result = other;
  }
  if (result.problems.some(({ kind }) => kind === 'open-bracket')) {
    const byIndentation = new TreeParser(text, maximumDepth, 'indentation');
    const other = resultOf(byIndentation);
    // Where it is as good, or the text has other mistakes, the indentation may have been meant otherwise.
    const most = result.problems.length - (byIndentation.endsEmptyContainer ? 1 : 0);
    const lacksBracketsOnly = other.problems.every(({ kind }) => kind === 'open-bracket');
    if (lacksBracketsOnly && other.problems.length <= most) result = other;
  }
  return result;
}

function resultOf(parser: TreeParser): ParsedTree {
  const tree = parser.document();
  return { tree, problems: parser.problems(), isTooDeep: parser.isTooDeep };
}
