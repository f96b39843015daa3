import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { formattingEdits } from '../documents/formattingEdits.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf } from '../documents/range.ts';

/** Returns the edits that format a document, or the lines of `range`. They change white space only. */
export function format(
  document: TextDocument,
  parsed: ParsedDocument,
  range: Range | undefined,
  options: FormattingOptions,
): TextEdit[] {
  // The depth of a line is known from the whole text only, so a range gets its part of all edits.
  const from = range ? document.offsetAt({ line: range.start.line, character: 0 }) : 0;
  const to = range ? document.offsetAt(range.end) : parsed.text.length;
  return formattingEdits(parsed, options)
    .filter(({ offset, length }) => from <= offset + length && offset + length <= to)
    .map(({ offset, length, content }) => ({ range: rangeOf(document, { offset, length }), newText: content }));
}
