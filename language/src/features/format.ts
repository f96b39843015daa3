import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { joined } from '../documents/edits/applyEdits.ts';
import { formattingEdits } from '../documents/edits/formattingEdits.ts';
import { rangeOf } from '../documents/range.ts';

/** More edits, of 100 bytes each in the protocol, are sent as one. */
const mostEdits = 10_000;

/** Returns the edits that format a document, or the lines of `range`. They change white space only. */
export function format(document: TextDocument, range: Range | undefined, options: FormattingOptions): TextEdit[] {
  const text = document.getText();
  // The depth of a line is known from the whole text only, so a range gets its part of all edits.
  const from = range ? document.offsetAt({ line: range.start.line, character: 0 }) : 0;
  const to = range ? document.offsetAt(range.end) : text.length;
  const edits = formattingEdits(text, options).filter(
    ({ offset, length }) => from <= offset + length && offset + length <= to,
  );
  return (edits.length > mostEdits ? [joined(text, edits)] : edits).map((edit) => ({
    range: rangeOf(document, edit),
    newText: edit.content,
  }));
}
