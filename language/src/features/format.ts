import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { formattingEdits } from '../documents/edits/formattingEdits.ts';
import { rangeOf } from '../documents/range.ts';

/** Returns the edits that format a document, or the lines of `range`. They change white space only. */
export function format(document: TextDocument, range: Range | undefined, options: FormattingOptions): TextEdit[] {
  const text = document.getText();
  // The depth of a line is known from the whole text only, so a range gets its part of all edits.
  const from = range ? document.offsetAt({ line: range.start.line, character: 0 }) : 0;
  const to = range ? document.offsetAt(range.end) : text.length;
  return formattingEdits(text, options)
    .filter(({ offset, length }) => from <= offset + length && offset + length <= to)
    .map(({ offset, length, content }) => ({ range: rangeOf(document, { offset, length }), newText: content }));
}
