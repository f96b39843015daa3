import { Lexer } from '../parsing/lexer.ts';
import type { Container } from '../fast/containersBefore.ts';
import { SyntaxKind } from '../parsing/syntaxKind.ts';

/** A stretch of the text, in UTF-16 units. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/**
 * The value that follows the cursor, with nothing to be put between it and the colon: a word on the same line is
 * replaced, a block stays. `undefined` where the next thing is the name of another property, or none.
 */
export function valueAhead(text: string, offset: number): Word | 'block' | undefined {
  const { kind, offset: start, length } = new Lexer(text, offset).next(true);
  const end = start + length;
  if (kind === SyntaxKind.OpenBraceToken || kind === SyntaxKind.OpenBracketToken) return 'block';
  if (!isWord(kind) || nextToken(text, end) === SyntaxKind.ColonToken) return undefined;
  return /^[ \t]*$/.test(text.slice(offset, start)) ? { start: offset, end } : 'block';
}

/** Whether a word in an object that ends at `end` is a property's name: its colon follows. */
export function isName({ kind }: Container, text: string, end: number): boolean {
  return kind === 'object' && nextToken(text, end) === SyntaxKind.ColonToken;
}

/** Whether the next token is a word with a colon behind it. */
export function isNameNext(text: string, offset: number): boolean {
  const { kind, offset: start, length } = new Lexer(text, offset).next(false);
  return isWord(kind) && nextToken(text, start + length) === SyntaxKind.ColonToken;
}

/**
 * The kind of the next token that has a place in JSON; `EOF` at the end of the text.
 * @param open where a bracket counts only if one of these can be closed by it
 */
export function nextToken(text: string, offset: number, open?: readonly Container[]): SyntaxKind {
  const lexer = new Lexer(text, offset);
  for (;;) {
    const { kind } = lexer.next(false);
    const closed = kind === SyntaxKind.CloseBraceToken ? 'object' : 'array';
    const isStray = open !== undefined && endsContainer(kind) && !open.some((container) => container.kind === closed);
    if (kind === SyntaxKind.EOF || (kind !== SyntaxKind.Unknown && !isStray)) return kind;
  }
}

/** A name or a scalar value, also a misspelled one. */
export function isWord(token: SyntaxKind): boolean {
  return (
    token === SyntaxKind.StringLiteral ||
    token === SyntaxKind.NumericLiteral ||
    token === SyntaxKind.TrueKeyword ||
    token === SyntaxKind.FalseKeyword ||
    token === SyntaxKind.NullKeyword ||
    token === SyntaxKind.Unknown
  );
}

export function startsElement(token: SyntaxKind): boolean {
  return isWord(token) || token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken;
}

export function endsContainer(token: SyntaxKind): boolean {
  return token === SyntaxKind.EOF || token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken;
}
