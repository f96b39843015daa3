import { createScanner } from 'jsonc-parser';
import type { Span } from './range.ts';
import { SyntaxKind } from './parsing/syntaxKind.ts';

/** The comments of a text, in its order. */
export function commentsIn(text: string): Span[] {
  const scanner = createScanner(text, false);
  const comments: Span[] = [];
  for (let token: SyntaxKind = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token !== SyntaxKind.LineCommentTrivia && token !== SyntaxKind.BlockCommentTrivia) continue;
    comments.push({ offset: scanner.getTokenOffset(), length: scanner.getTokenLength() });
  }
  return comments;
}
