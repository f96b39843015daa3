import { format as formatJson } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { rangeOf } from '../documents/range.ts';

/** The edits that lay out a document, or the lines of `range`, as the editor's options ask: white space alone changes. */
export function format(document: TextDocument, range: Range | undefined, options: FormattingOptions): TextEdit[] {
  const text = document.getText();
  const edits = formatJson(text, undefined, {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    insertFinalNewline: options.insertFinalNewline === true,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  });
  // The depth of a line is known from the whole text alone, so a range takes its part of all edits.
  const from = range ? document.offsetAt({ line: range.start.line, character: 0 }) : 0;
  const to = range ? document.offsetAt(range.end) : text.length;
  return edits
    .filter(({ offset, length }) => from <= offset + length && offset + length <= to)
    .map(({ offset, length, content }) => ({ range: rangeOf(document, { offset, length }), newText: content }));
}
