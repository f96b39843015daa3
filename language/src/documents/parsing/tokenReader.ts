import { Lexer, type Token } from './lexer.ts';
import { SyntaxKind } from './syntaxKind.ts';

/** Reads the tokens of any text one after the other, and knows what is around the current one. */
export class TokenReader {
  readonly lexer: Lexer;
  /** The current token; `EOF` at the end. */
  token: Token;
  /** Where what was read before the current token ends. */
  previousEnd = 0;
  /** In an array a word may be an address, with a colon in it. */
  isInArray = false;
  /** How far the first token of the current token's line is indented, and whether that is the token itself. */
  line = { indentation: 0, isStart: true };
  readonly #text: string;
  readonly #notesLines: boolean;
  /** The token after the current one, where it was looked at. */
  #following: Token | undefined;

  /** @param notesLines whether `line` is needed: it takes time */
  constructor(text: string, notesLines: boolean) {
    this.#text = text;
    this.#notesLines = notesLines;
    this.lexer = new Lexer(text);
    this.token = this.lexer.next(true);
  }

  is(kind: SyntaxKind): boolean {
    return this.token.kind === kind;
  }

  isClosingBracket(): boolean {
    return this.is(SyntaxKind.CloseBraceToken) || this.is(SyntaxKind.CloseBracketToken);
  }

  startsValue(): boolean {
    return isValueStart(this.token.kind);
  }

  /** Whether the current token is a string, and a colon follows. */
  startsProperty(): boolean {
    return this.is(SyntaxKind.StringLiteral) && this.isBeforeColon();
  }

  /** Whether a colon follows the current token. */
  isBeforeColon(): boolean {
    return this.#followingKind(false) === SyntaxKind.ColonToken;
  }

  /** Whether a value follows the current token. */
  isBeforeValue(): boolean {
    return isValueStart(this.#followingKind(true));
  }

  /** Goes on to the next token. @param expectsValue whether a word there may contain a colon */
  advance(expectsValue = this.isInArray): void {
    this.previousEnd = this.token.offset + this.token.length;
    this.token = this.#following ?? this.lexer.next(expectsValue);
    this.#following = undefined;
    if (this.#notesLines) this.#noteLine();
  }

  /** Reads the text as if it ended before the current token. */
  endHere(): void {
    this.token = { kind: SyntaxKind.EOF, offset: this.#text.length, length: 0, value: '' };
  }

  /** @param expectsValue whether a word there may contain a colon */
  #followingKind(expectsValue: boolean): SyntaxKind {
    this.#following ??= this.lexer.next(expectsValue);
    return this.#following.kind;
  }

  #noteLine(): void {
    const space = this.#text.slice(this.previousEnd, this.token.offset);
    const lineBreak = Math.max(space.lastIndexOf('\n'), space.lastIndexOf('\r'));
    if (lineBreak >= 0) this.line = { indentation: space.length - lineBreak - 1, isStart: true };
    else if (this.line.isStart) this.line = { ...this.line, isStart: false };
  }
}

function isValueStart(kind: SyntaxKind): boolean {
  switch (kind) {
    case SyntaxKind.OpenBraceToken:
    case SyntaxKind.OpenBracketToken:
    case SyntaxKind.StringLiteral:
    case SyntaxKind.NumericLiteral:
    case SyntaxKind.TrueKeyword:
    case SyntaxKind.FalseKeyword:
    case SyntaxKind.NullKeyword:
      return true;
    default:
      return false;
  }
}
