import { createScanner } from 'jsonc-parser';
import { SyntaxKind, type Token } from './tokens.ts';
import type { Path } from './locate.ts';
import { surroundingsOf, type Container } from './surroundings.ts';

/** What can be written at a place of a text, whole or broken. */
export interface Cursor {
  /** A member's name, or a value. */
  readonly expects: 'name' | 'value';
  /** The path of the object that gets the member, or of the value. */
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
}

/**
 * Reads the tokens of `text` up to `offset` and says what can be written there; `undefined` where nothing can: in a
 * comment, after a name without a colon, outside the job.
 */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const { containers, start: from } = surroundingsOf(text, offset) ?? { containers: [], start: 0 };
  const scanner = createScanner(text, false);
  scanner.setPosition(from);
  let previousEnd = from;
  for (let token: Token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    // A line comment goes on at its end, a block comment does not.
    const commentEnd = token === SyntaxKind.LineCommentTrivia ? end + 1 : end;
    if (isComment(token) && start < offset && offset < commentEnd) return undefined;
    if (isTrivia(token)) continue;
    const container = containers.at(-1);
    const touches = start < offset || (start === offset && container?.expects === 'value');
    if (isWord(token) && offset <= end && touches) {
      const word = { start, end: isClosed(text, start, end) ? end : wordEnd(text, offset) };
      return cursorIn(container, text, word, previousEnd);
    }
    if (start >= offset) break;
    advance(containers, token, scanner.getTokenValue());
    previousEnd = end;
  }
  return cursorIn(containers.at(-1), text, { start: offset, end: offset }, previousEnd);
}

interface Word {
  readonly start: number;
  readonly end: number;
}

function cursorIn(container: Container | undefined, text: string, word: Word, previousEnd: number): Cursor | undefined {
  const { start, end } = word;
  if (container === undefined) {
    const isRoot = previousEnd === 0 && nextToken(text, end) === undefined;
    return isRoot
      ? { expects: 'value', path: [], start, end, hasValue: false, commaBefore: undefined, commaAfter: false }
      : undefined;
  }
  if (container.expects === 'colon') return undefined;
  const expects = container.kind === 'array' || container.expects === 'value' ? 'value' : 'name';
  const following = nextToken(text, end);
  const isElementAfter = container.kind === 'array' && container.expects === 'comma';
  const index = isElementAfter && typeof container.key === 'number' ? container.key + 1 : container.key;
  return {
    expects,
    path: expects === 'value' ? [...container.path, index] : container.path,
    start,
    end,
    hasValue: expects === 'name' && following === SyntaxKind.ColonToken,
    commaBefore: container.expects === 'comma' ? previousEnd : undefined,
    commaAfter: following !== undefined && startsElement(following),
  };
}

/** Follows one token. Tokens that do not fit are read as the nearest thing that does: the text may be half written. */
function advance(containers: Container[], token: Token, value: string): void {
  const container = containers.at(-1);
  switch (token) {
    case SyntaxKind.OpenBraceToken:
    case SyntaxKind.OpenBracketToken: {
      const path = container ? [...container.path, container.key] : [];
      if (container) container.expects = 'comma';
      const isArray = token === SyntaxKind.OpenBracketToken;
      containers.push({
        kind: isArray ? 'array' : 'object',
        path,
        key: isArray ? 0 : '',
        expects: isArray ? 'value' : 'name',
      });
      return;
    }
    case SyntaxKind.CloseBraceToken:
    case SyntaxKind.CloseBracketToken:
      containers.pop();
      return;
    case SyntaxKind.CommaToken:
      if (container === undefined) return;
      if (typeof container.key === 'number') container.key++;
      container.expects = container.kind === 'array' ? 'value' : 'name';
      return;
    case SyntaxKind.ColonToken:
      if (container?.kind === 'object') container.expects = 'value';
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
 * Whether the text in quotes from `start` to `end` is meant to end there. An opening quote without its partner runs on to
 * the next quote, after which a word stands where punctuation is due.
 */
function isClosed(text: string, start: number, end: number): boolean {
  if (text[start] !== '"') return true;
  const quoted = end - start > 1 && text[end - 1] === '"';
  return quoted && !/[\p{L}\p{N}_]/u.test(text[end] ?? '');
}

function wordEnd(text: string, offset: number): number {
  const rest = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + 256));
  return offset + (rest?.[0].length ?? 0);
}

function nextToken(text: string, offset: number): Token | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(offset);
  const token: Token = scanner.scan();
  return token === SyntaxKind.EOF ? undefined : token;
}

function isComment(token: Token): boolean {
  return token === SyntaxKind.LineCommentTrivia || token === SyntaxKind.BlockCommentTrivia;
}

function isTrivia(token: Token): boolean {
  return isComment(token) || token === SyntaxKind.Trivia || token === SyntaxKind.LineBreakTrivia;
}

/** A name or a scalar value, also a misspelt one. */
function isWord(token: Token): boolean {
  return (
    token === SyntaxKind.StringLiteral ||
    token === SyntaxKind.NumericLiteral ||
    token === SyntaxKind.TrueKeyword ||
    token === SyntaxKind.FalseKeyword ||
    token === SyntaxKind.NullKeyword ||
    token === SyntaxKind.Unknown
  );
}

function startsElement(token: Token): boolean {
  return isWord(token) || token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken;
}
