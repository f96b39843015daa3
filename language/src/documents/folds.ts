import { createScanner } from 'jsonc-parser';
import { SyntaxKind } from './parsing/syntaxKind.ts';

/** Lines that can be folded below their first one. Lines count from 0. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly isComment: boolean;
  /** How many objects and arrays are around it. */
  readonly depth: number;
}

/**
 * Returns the objects, arrays, and comments of a text that span several lines, in the order of their ends. The line of the
 * closing bracket stays visible. A bracket without its partner folds nothing.
 */
export function foldsIn(text: string): Fold[] {
  const scanner = createScanner(text, false);
  const folds: Fold[] = [];
  const open: OpenBracket[] = [];
  for (let kind: SyntaxKind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    const line = scanner.getTokenStartLine();
    switch (kind) {
      case SyntaxKind.OpenBraceToken:
        open.push({ closing: SyntaxKind.CloseBraceToken, line });
        break;
      case SyntaxKind.OpenBracketToken:
        open.push({ closing: SyntaxKind.CloseBracketToken, line });
        break;
      case SyntaxKind.CloseBraceToken:
      case SyntaxKind.CloseBracketToken: {
        const opening = closed(open, kind);
        if (opening && line - 1 > opening.line) {
          folds.push({ startLine: opening.line, endLine: line - 1, isComment: false, depth: open.length });
        }
        break;
      }
      case SyntaxKind.BlockCommentTrivia: {
        const offset = scanner.getTokenOffset();
        const comment = text.slice(offset, offset + scanner.getTokenLength());
        const lines = comment.match(/\r\n?|\n/g)?.length ?? 0;
        if (lines > 0) folds.push({ startLine: line, endLine: line + lines, isComment: true, depth: open.length });
        break;
      }
      default:
        break;
    }
  }
  return folds;
}

/** A bracket without its partner so far. */
interface OpenBracket {
  readonly closing: SyntaxKind;
  readonly line: number;
}

/** How many closing brackets may be missing before a bracket that still closes its partner. */
const maximumMissing = 5;

/** Removes the bracket that `closing` closes from the open ones, with those in it that aren't closed. */
function closed(open: OpenBracket[], closing: SyntaxKind): OpenBracket | undefined {
  for (let back = 1; back <= maximumMissing; back++) {
    const bracket = open.at(-back);
    if (bracket?.closing !== closing) continue;
    open.length -= back;
    return bracket;
  }
  return undefined;
}
