import { withItsSpace } from '../edits/containerEdits.ts';
import type { Span } from '../range.ts';
import type { SyntaxProblem } from './problems.ts';
import { surplusBracket } from './surplusBracket.ts';
import type { RuleResult } from './treeParser.ts';

/** A bracket that may be the only mistake of a text with more closing brackets than opening ones. */
export interface BracketRepair {
  /** The text without the mistake, with everything else at the same place. */
  readonly text: string;
  readonly problem: SyntaxProblem;
}

/** Returns the brackets that may be missing or too many in a text that goes on behind its end; the likeliest first. */
export function bracketRepairs(text: string, { tree, problems }: RuleResult): BracketRepair[] {
  const rest = problems.find(({ kind }) => kind === 'after-end');
  if (rest === undefined || tree === undefined) return [];
  const value = problems.find(({ kind }) => kind === 'missing-value');
  const opening = value && missingOpening(text, value);
  if (opening) return [opening];
  const byIndentation = surplusBracket(text);
  const last = { offset: tree.offset + tree.length - 1, length: 1 };
  const goesOn = /^\s*,\s*["{[]/.test(text.slice(rest.offset, rest.offset + nearby));
  return [byIndentation, goesOn ? last : undefined].flatMap((bracket) =>
    bracket ? [withoutBracket(text, bracket)] : [],
  );
}

const nearby = 1_000;

/** An object without its opening bracket: a property with a colon and then the name of another one. */
function missingOpening(text: string, { offset, length }: Span): BracketRepair | undefined {
  const end = offset + length;
  // One character is needed in the place of the bracket.
  const space = /^(?=\s)([ \t]*)\s*"/.exec(text.slice(end, end + nearby))?.[1];
  if (text[end - 1] !== ':' || space === undefined) return undefined;
  const place = end + space.length;
  const content = `${space === '' ? ' ' : ''}{${/[\r\n]/.test(text.charAt(place)) ? '' : ' '}`;
  return {
    text: replaced(text, { offset: end, length: 1 }, '{'),
    problem: { kind: 'missing-value', offset, length, edit: { offset: place, length: 0, content } },
  };
}

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
