import type { Node } from 'jsonc-parser';
import { nodeAt } from '../locate.ts';
import type { Span } from '../range.ts';
import type { SyntaxProblem } from './problems.ts';
import type { RuleResult } from './treeParser.ts';

/** Where an opening bracket may be missing, which is the only mistake of a text then. */
export interface MissingOpening {
  readonly bracket: '{' | '[';
  /** White space in the place of which the bracket can be read, so that everything else stays at its place. */
  readonly space: number;
  readonly problem: SyntaxProblem;
}

/** As much of a text is looked at before and behind a place. */
const nearby = 1_000;

/** Returns the opening brackets that may be missing in a text with more closing brackets than opening ones. */
export function missingOpenings(text: string, { tree, problems }: RuleResult): MissingOpening[] {
  const value = problems.find(({ kind }) => kind === 'missing-value');
  const colon = problems.find(({ kind, offset }) => kind === 'stray' && text[offset] === ':');
  const goesOn = problems.some(({ kind }) => kind === 'after-end');
  return [
    goesOn && value ? ofValue(text, value) : undefined,
    goesOn && colon ? ofElement(text, colon) : undefined,
    ofArray(text, tree, problems),
  ].filter((found) => found !== undefined);
}

/** An object that is a value: a property with a colon and then the name of another one. */
function ofValue(text: string, { offset, length }: Span): MissingOpening | undefined {
  const end = offset + length;
  const space = /^(?=\s)([ \t]*)\s*"/.exec(text.slice(end, end + nearby))?.[1];
  if (text[end - 1] !== ':' || space === undefined) return undefined;
  const place = end + space.length;
  const content = `${space === '' ? ' ' : ''}{${/[\r\n]/.test(text.charAt(place)) ? '' : ' '}`;
  const problem = { kind: 'missing-value', offset, length, edit: { offset: place, length: 0, content } } as const;
  // What is inserted behind the bracket can't be within a line break.
  return { bracket: '{', space: text.startsWith('\r\n', end) ? end + 1 : end, problem };
}

/** An object that is an element: a name and a colon in an array. */
function ofElement(text: string, colon: Span): MissingOpening | undefined {
  const start = Math.max(0, colon.offset - nearby);
  const before = text.slice(start, colon.offset);
  const name = /(?<=\s)"(?:[^"\\\r\n]|\\.)*"(?=\s*$)/.exec(before);
  if (name === null) return undefined;
  const offset = start + name.index;
  const edit = { offset, length: 0, content: '{ ' };
  return { bracket: '{', space: offset - 1, problem: { kind: 'open-bracket', offset, length: name[0].length, edit } };
}

/** An array: several values behind a name, and then a bracket that closes nothing. */
function ofArray(text: string, tree: Node | undefined, problems: readonly SyntaxProblem[]): MissingOpening | undefined {
  const second = problems.find(({ kind }) => kind === 'missing-name' || kind === 'missing-value');
  const closer = problems.find(({ kind, offset }) => kind === 'mismatched-bracket' && text[offset] === ']');
  if (tree === undefined || second === undefined || closer === undefined) return undefined;
  let object = nodeAt(tree, second.offset);
  while (object && object.type !== 'object') object = object.parent;
  const property = object?.children?.findLast(({ offset }) => offset < second.offset);
  const first = property?.children?.[1];
  if (property?.colonOffset === undefined || first === undefined || !/\s/.test(text.charAt(first.offset - 1))) {
    return undefined;
  }
  const behindColon = property.colonOffset + 1;
  const isOnItsLine = /[\r\n]/.test(text.slice(behindColon, first.offset));
  const edit = isOnItsLine
    ? { offset: behindColon, length: 0, content: ' [' }
    : { offset: first.offset, length: 0, content: '[' };
  const [name = property] = property.children ?? [];
  const { offset, length } = name;
  return { bracket: '[', space: first.offset - 1, problem: { kind: 'open-bracket', offset, length, edit } };
}
