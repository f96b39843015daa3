import type { Span } from '../range.ts';
import { SyntaxKind } from './syntaxKind.ts';
import { TokenReader } from './tokenReader.ts';

/** An object or array that isn't closed yet. */
interface OpenBracket {
  readonly closer: SyntaxKind;
  readonly line: number;
  /** How far the line is indented that it begins on. */
  readonly indentation: number;
}

/**
 * Returns the only closing bracket of a text that isn't indented like what it would close, or isn't of its kind, where all
 * others are. Of two brackets on lines of their own, it is the first one, if the second has a comma.
 */
export function surplusBracket(text: string): Span | undefined {
  const reader = new TokenReader(text, true);
  const open: OpenBracket[] = [];
  let line = 0;
  let surplus: Span | undefined;
  let previous: { readonly span: Span; readonly kind: SyntaxKind } | undefined;
  while (!reader.is(SyntaxKind.EOF)) {
    const { token, line: current } = reader;
    const { kind, offset, length } = token;
    if (current.isStart) line++;
    const closer = closers.get(kind);
    if (closer !== undefined) open.push({ closer, line, indentation: current.indentation });
    if (reader.isClosingBracket()) {
      const last = open.at(-1);
      if (last?.closer === kind && (last.line === line || last.indentation === current.indentation)) {
        open.pop();
      } else {
        if (surplus) return undefined;
        const isAlone = current.isStart && text[offset + length] === ',';
        surplus = isAlone && previous?.kind === kind ? previous.span : { offset, length };
      }
    }
    previous = { kind, span: { offset, length } };
    reader.advance(true);
  }
  return open.length === 0 ? surplus : undefined;
}

const closers: ReadonlyMap<SyntaxKind, SyntaxKind> = new Map([
  [SyntaxKind.OpenBraceToken, SyntaxKind.CloseBraceToken],
  [SyntaxKind.OpenBracketToken, SyntaxKind.CloseBracketToken],
]);
