import type { Node } from 'jsonc-parser';
import { bracketRepairs } from './bracketRepairs.ts';
import type { HopelessTest } from './containers.ts';
import { isOfToken, type SyntaxProblem } from './problems.ts';
import { parseByRule, type RuleResult } from './treeParser.ts';

/** A syntax tree and where its text isn't JSON. */
export interface ParsedTree {
  /** `undefined` for a text without any value. */
  readonly tree: Node | undefined;
  /** In the order of the text. */
  readonly problems: readonly SyntaxProblem[];
  /** Objects and arrays are nested too deep: the tree ends there. */
  readonly isTooDeep: boolean;
  /** How many tokens were read, by all rules together. */
  readonly tokens: number;
}

/**
 * Parses any text into a tree of what is meant. What isn't JSON is noted and read as the nearest thing that is: a
 * missing comma as there, single quotes as double ones. Fixing a problem doesn't change the tree.
 * @param maximumDepth how many objects and arrays may be nested: each takes a stack frame
 */
export function parseTree(text: string, maximumDepth: number): ParsedTree {
  const byKind = parseByRule(text, maximumDepth, 'kind');
  if (byKind.isTooDeep) return byKind;
  let result = byKind;
  let { tokens } = byKind;
  for (const { text: repaired, problem } of bracketRepairs(text, byKind)) {
    const tried = parseByRule(repaired, maximumDepth, 'kind', endsWithBracket);
    tokens += tried.tokens;
    if (isOtherwiseRight(tried)) return { ...tried, problems: inOrder([...tried.problems, problem]), tokens };
  }
  if (byKind.hasMismatch && !byKind.isBalanced) {
    // One closing bracket may be of the wrong kind: `[1}`, `{"a": {"b": 1], "c": 2}`.
    const byPlace = parseByRule(text, maximumDepth, 'place', hasMoreThan(byKind.problems));
    const isBetter = byPlace.isBalanced && byPlace.problems.length <= result.problems.length;
    if (isBetter && !byPlace.isHopeless) result = byPlace;
    tokens += byPlace.tokens;
  }
  if (result.problems.some(({ kind }) => kind === 'open-bracket')) {
    const byIndentation = parseByRule(text, maximumDepth, 'indentation', endsWithAnother);
    // Where it is as good, or the text has other mistakes, the indentation may have been meant otherwise.
    const most = result.problems.length - (byIndentation.endsEmptyContainer ? 1 : 0);
    const isRight = !byIndentation.isHopeless && byIndentation.problems.every(isSolvedByIndentation);
    if (isRight && byIndentation.problems.length <= most) result = byIndentation;
    tokens += byIndentation.tokens;
  }
  return { ...result, tokens };
}

/** Returns a test whether there are more problems than by another rule. */
function hasMoreThan(others: readonly SyntaxProblem[]): HopelessTest {
  // A text without its closing quote hides the other problems of its line, but only at the end.
  if (others.some(({ kind }) => kind === 'open-text')) return () => false;
  return ({ length }) => length > others.length;
}

/** Whether the last problem is one that the indentation doesn't solve. */
function endsWithAnother(problems: readonly SyntaxProblem[]): boolean {
  const last = problems.at(-1);
  return last !== undefined && !isSolvedByIndentation(last);
}

function isSolvedByIndentation({ kind }: SyntaxProblem): boolean {
  return kind === 'open-bracket' || kind === 'byte-order-mark';
}

/** Whether a text has no problems but those within a token. */
function isOtherwiseRight({ isHopeless, isTooDeep, problems }: RuleResult): boolean {
  return !isHopeless && !isTooDeep && problems.every(isOfToken);
}

/** Whether the last problem isn't one within a token. */
function endsWithBracket(problems: readonly SyntaxProblem[]): boolean {
  const last = problems.at(-1);
  return last !== undefined && !isOfToken(last);
}

function inOrder(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  return problems.toSorted((left, right) => left.offset - right.offset);
}
