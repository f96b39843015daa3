import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types';
import { layoutEdits } from '../documents/layoutEdits.ts';
import type { ParsedDocument } from '../documents/parse.ts';
import { rangeOf } from '../documents/range.ts';

/** The edits that lay out a document, or the lines of `range`, as the editor's options ask: white space alone changes. */
export function format(
  document: TextDocument,
  { text, problems, refusal }: ParsedDocument,
  range: Range | undefined,
  options: FormattingOptions,
): TextEdit[] {
  const isJson = refusal === undefined && problems.every(({ kind }) => kind === 'comment');
  // The depth of a line is known from the whole text alone, so a range takes its part of all edits.
  const from = range ? document.offsetAt({ line: range.start.line, character: 0 }) : 0;
  const to = range ? document.offsetAt(range.end) : text.length;
  return layoutEdits(text, isJson, options)
    .filter(({ offset, length }) => from <= offset + length && offset + length <= to)
    .map(({ offset, length, content }) => ({ range: rangeOf(document, { offset, length }), newText: content }));
}
