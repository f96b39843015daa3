import { createScanner, type Edit } from 'jsonc-parser';
import { SyntaxKind } from '../parsing/syntaxKind.ts';
import { whitespaceEdits } from './whitespaceEdits.ts';

/** An array that stays on its line, where it was written. */
export interface ShortArray {
  readonly offset: number;
  /** The array as written. */
  readonly written: string;
  /** The array with one space behind each comma, and none elsewhere. */
  readonly formatted: string;
}

/** Longer arrays get a line for each element, in UTF-16 code units. */
const longest = 80;

/** Whether a text can have an array like this: reading all its tokens takes longer than formatting a formatted text. */
const candidate = /:[ \t]*\[[ \t]*["\w-]/;

const scalars: readonly number[] = [
  SyntaxKind.StringLiteral,
  SyntaxKind.NumericLiteral,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NullKeyword,
];

/**
 * Returns the arrays that formatting leaves on their line: values of properties, with strings, numbers, Booleans, and nulls
 * in them, written on one line. The examples of the API reference have them so.
 */
export function shortArrays(text: string): ShortArray[] {
  if (!candidate.test(text)) return [];
  const arrays: ShortArray[] = [];
  const scanner = createScanner(text, true);
  let previous: SyntaxKind = SyntaxKind.Unknown;
  let start: number | undefined;
  let elements: string[] = [];
  for (let kind: SyntaxKind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    if (kind === SyntaxKind.OpenBracketToken) {
      start = previous === SyntaxKind.ColonToken ? scanner.getTokenOffset() : undefined;
      elements = [];
    } else if (start !== undefined && scalars.includes(kind)) {
      const offset = scanner.getTokenOffset();
      elements.push(text.slice(offset, offset + scanner.getTokenLength()));
    } else if (start !== undefined && kind === SyntaxKind.CloseBracketToken) {
      const written = text.slice(start, scanner.getTokenOffset() + 1);
      const formatted = `[${elements.join(', ')}]`;
      if (elements.length > 0 && formatted.length <= longest && isOnOneLine(written)) {
        arrays.push({ offset: start, written, formatted });
      }
      start = undefined;
    } else if (kind !== SyntaxKind.CommaToken) start = undefined;
    previous = kind;
  }
  return arrays;
}

/** Whether an array has neither line breaks nor comments nor errors. */
function isOnOneLine(array: string): boolean {
  if (/[\r\n]/.test(array)) return false;
  try {
    JSON.parse(array);
    return true;
  } catch {
    return false;
  }
}

/** Returns a text of the same length with a string in place of each array, which no formatter breaks. */
export function withStrings(text: string, arrays: readonly ShortArray[]): string {
  let end = 0;
  const parts = arrays.flatMap(({ offset, written: { length } }) => {
    const before = text.slice(end, offset);
    end = offset + length;
    return [before, `"${'x'.repeat(length - 2)}"`];
  });
  return parts.join('') + text.slice(end);
}

/** Returns the edits that format the arrays on their lines. */
export function shortArrayEdits(arrays: readonly ShortArray[]): Edit[] {
  return arrays.flatMap(({ offset, written, formatted }) =>
    whitespaceEdits(written, formatted).map((edit) => ({ ...edit, offset: offset + edit.offset })),
  );
}
