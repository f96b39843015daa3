/**
 * jsonc-parser's token kinds by name. Its own `SyntaxKind` is a const enum of its declarations, which a module that is
 * compiled by itself can't read; a test holds the two together.
 */
export const SyntaxKind = {
  OpenBraceToken: 1,
  CloseBraceToken: 2,
  OpenBracketToken: 3,
  CloseBracketToken: 4,
  CommaToken: 5,
  ColonToken: 6,
  NullKeyword: 7,
  TrueKeyword: 8,
  FalseKeyword: 9,
  StringLiteral: 10,
  NumericLiteral: 11,
  LineCommentTrivia: 12,
  BlockCommentTrivia: 13,
  LineBreakTrivia: 14,
  Trivia: 15,
  Unknown: 16,
  EOF: 17,
} as const;

/** A kind of token, as jsonc-parser's scanner gives it. */
export type SyntaxKind = number;
