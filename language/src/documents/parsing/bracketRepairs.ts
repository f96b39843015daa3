import { withItsSpace } from '../edits/containerEdits.ts';
import type { Span } from '../range.ts';
import { missingOpenings } from './missingOpenings.ts';
import type { SyntaxProblem } from './problems.ts';
import { surplusBracket } from './surplusBracket.ts';
import type { RuleResult } from './treeParser.ts';

/** A bracket that may be the only mistake of a text. */
export interface BracketRepair {
  /** The text without the mistake, with everything else at the same place. */
  readonly text: string;
  readonly problem: SyntaxProblem;
}

/** Returns the brackets that may be missing or too many in a text with more closing brackets than opening ones; the likeliest first. */
export function bracketRepairs(text: string, result: RuleResult): BracketRepair[] {
  const openings = missingOpenings(text, result).map(({ bracket, space, problem }) => ({
    text: replaced(text, { offset: space, length: 1 }, bracket),
    problem,
  }));
  return [...openings, ...surplusBrackets(text, result).map((bracket) => withoutBracket(text, bracket))];
}

function surplusBrackets(text: string, { tree, problems }: RuleResult): Span[] {
  const rest = problems.find(({ kind }) => kind === 'after-end');
  if (rest === undefined || tree === undefined) return [];
  const last = { offset: tree.offset + tree.length - 1, length: 1 };
  const goesOn = /^\s*,\s*["{[]/.test(text.slice(rest.offset, rest.offset + nearby));
  return [surplusBracket(text), goesOn ? last : undefined].filter((bracket) => bracket !== undefined);
}

const nearby = 1_000;

function withoutBracket(text: string, { offset, length }: Span): BracketRepair {
  // Between two commas, one of them goes with it.
  const isBehindComma = /,\s*$/.test(text.slice(Math.max(0, offset - nearby), offset));
  const span = { offset, length: isBehindComma && text[offset + length] === ',' ? length + 1 : length };
  return {
    text: replaced(text, span, ' '.repeat(span.length)),
    problem: { kind: 'mismatched-bracket', ...span, edit: { ...withItsSpace(text, span), content: '' } },
  };
}

function replaced(text: string, { offset, length }: Span, content: string): string {
  return text.slice(0, offset) + content + text.slice(offset + length);
}
