import { maximumDepth } from '../limits.ts';
import {
  endsContainer,
  isName,
  isNameNext,
  isWord,
  nextToken,
  startsElement,
  valueAhead,
  type Word,
} from './lookahead.ts';
import { Lexer } from '../parsing/lexer.ts';
import { SyntaxKind } from '../parsing/syntaxKind.ts';
import type { Path } from '../locate.ts';
import type { SyntaxProblem } from '../parsing/problems.ts';
import { containersBefore, type Container } from '../fast/containersBefore.ts';

/** What can be written at a place of a text, whole or broken. */
export interface Cursor {
  /** A property's name, or a value. */
  readonly expects: 'name' | 'value';
  /** The path of the object that gets the property, or of the value. */
  readonly path: Path;
  /** What an accepted suggestion replaces: the word at the cursor, or nothing. UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** The name at the cursor has its colon and value already. */
  readonly hasValue: boolean;
  /** Where a comma is missing before it, if one is. */
  readonly commaBefore: number | undefined;
  /** Whether a comma is missing after it. */
  readonly commaAfter: boolean;
  /** Nothing follows in its object or array, not even a comma. */
  readonly isLast: boolean;
}

/**
 * Reads the tokens of `text` up to `offset` and returns what can be written there; `undefined` if nothing can: in a
 * comment, after a name without a colon, outside the job.
 */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const { containers, start: from } = containersBefore(text, offset) ?? { containers: [], start: 0 };
  const lexer = new Lexer(text, from);
  let previousEnd = from;
  let passed = 0;
  for (;;) {
    const container = containers.at(-1);
    const expectsValue = container?.expects === 'value';
    const { kind, offset: start, length, value } = lexer.next(expectsValue);
    if (lexer.problems.slice(passed).some((problem) => isInComment(problem, text, offset))) return undefined;
    passed = lexer.problems.length;
    const end = start + length;
    // Where a value is missing, the next name doesn't take its place. What isn't JSON isn't one.
    const isBefore = start < offset && kind !== SyntaxKind.Unknown;
    if (isBefore && container?.expects === 'value' && isName(container, text, end)) container.expects = 'name';
    const touches = start < offset || (start === offset && container?.expects === 'value');
    if (isWord(kind) && offset <= end && touches) {
      const word = { start, end: isClosed(text, start, end) ? end : openWordEnd(text, offset, container) };
      return cursorIn(containers, text, word, previousEnd);
    }
    if (start >= offset || kind === SyntaxKind.EOF) break;
    if (containers.length > maximumDepth) return undefined;
    if (kind === SyntaxKind.Unknown) continue;
    advance(containers, kind, value);
    previousEnd = end;
  }
  const container = containers.at(-1);
  const word = container?.kind === 'object' && container.expects === 'value' ? valueAhead(text, offset) : undefined;
  if (word === 'block') return undefined;
  return cursorIn(containers, text, word ?? { start: offset, end: offset }, previousEnd);
}

/** A line comment goes on at its end, a block comment doesn't. */
function isInComment({ kind, offset: start, length }: SyntaxProblem, text: string, offset: number): boolean {
  if (kind !== 'comment' && kind !== 'open-comment') return false;
  const isBlock = kind === 'comment' && text.startsWith('/*', start);
  return start < offset && offset < start + length + (isBlock ? 0 : 1);
}

function cursorIn(
  containers: readonly Container[],
  text: string,
  { start, end }: Word,
  previousEnd: number,
): Cursor | undefined {
  const container = containers.at(-1);
  if (container === undefined) {
    const isRoot = previousEnd === 0 && nextToken(text, end) === SyntaxKind.EOF;
    return isRoot
      ? {
          expects: 'value',
          path: [],
          start,
          end,
          hasValue: false,
          commaBefore: undefined,
          commaAfter: false,
          isLast: true,
        }
      : undefined;
  }
  if (container.expects === 'colon') return undefined;
  const expects = container.kind === 'array' || container.expects === 'value' ? 'value' : 'name';
  const path = containers.slice(0, -1).map(({ key }) => key);
  const following = nextToken(text, end, containers);
  // A value may follow without its colon.
  const hasValue =
    expects === 'name' &&
    (following === SyntaxKind.ColonToken || (start < end && startsElement(following) && !isNameNext(text, end)));
  const isElementAfter = container.kind === 'array' && container.expects === 'comma';
  const index = isElementAfter && typeof container.key === 'number' ? container.key + 1 : container.key;
  return {
    expects,
    path: expects === 'value' ? [...path, index] : path,
    start,
    end,
    hasValue,
    commaBefore: container.expects === 'comma' ? previousEnd : undefined,
    commaAfter: startsElement(following) && !hasValue,
    isLast: endsContainer(following),
  };
}

/** Follows one token. Tokens that don't fit are read as the nearest thing that does: the text may be half written. */
function advance(containers: Container[], token: SyntaxKind, value: string): void {
  const container = containers.at(-1);
  switch (token) {
    case SyntaxKind.OpenBraceToken:
    case SyntaxKind.OpenBracketToken: {
      if (container) container.expects = 'comma';
      const isArray = token === SyntaxKind.OpenBracketToken;
      containers.push({
        kind: isArray ? 'array' : 'object',
        key: isArray ? 0 : '',
        expects: isArray ? 'value' : 'name',
      });
      return;
    }
    case SyntaxKind.CloseBraceToken:
    case SyntaxKind.CloseBracketToken: {
      // It ends what is open within its object or array too; without one it means nothing.
      const kind = token === SyntaxKind.CloseBraceToken ? 'object' : 'array';
      const index = containers.findLastIndex((open) => open.kind === kind);
      if (index >= 0) containers.length = index;
      return;
    }
    case SyntaxKind.CommaToken:
      if (container === undefined) return;
      if (typeof container.key === 'number') container.key++;
      container.expects = container.kind === 'array' ? 'value' : 'name';
      return;
    case SyntaxKind.ColonToken:
      if (container?.expects === 'colon') container.expects = 'value';
      return;
    default:
      if (container === undefined) return;
      if (container.kind === 'object' && container.expects !== 'value') {
        container.key = value;
        container.expects = 'colon';
      } else {
        container.expects = 'comma';
      }
  }
}

/**
 * Whether the text in quotes from `start` to `end` is meant to end there. An opening quote without its partner runs on
 * to the next quote, after which a word is where punctuation is due.
 */
function isClosed(text: string, start: number, end: number): boolean {
  if (text[start] !== '"') return true;
  const quoted = end - start > 1 && text[end - 1] === '"';
  return quoted && !/[\p{L}\p{N}_]/u.test(text[end] ?? '');
}

/** Where a text without its closing quote is meant to end: a name at the next punctuation, a value with the line. */
function openWordEnd(text: string, offset: number, container: Container | undefined): number {
  const isName = container?.kind === 'object' && container.expects !== 'value';
  const rest = (isName ? /^[^,:{}[\]"\r\n]*/ : /^[^"\r\n]*/).exec(text.slice(offset, offset + 1000))?.[0] ?? '';
  return offset + rest.replace(/[\s,}\]]*$/, '').length;
}
