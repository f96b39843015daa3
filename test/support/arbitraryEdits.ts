import fc, { type Arbitrary } from 'fast-check';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { arbitraryBrokenText, arbitrarySlip } from './arbitraryBrokenText.ts';

/** One change that an editor reports, for a text of any length: its places are counted round and round. */
export type ArbitraryEdit =
  { readonly start: number; readonly length: number; readonly inserted: string } | { readonly replacement: string };

/** What a user does to a document: typing, deleting, pasting, undoing all; the changes of one notification together. */
export function arbitraryEdits(): Arbitrary<ArbitraryEdit[][]> {
  const length = fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(300) });
  const inserted = fc.oneof(fc.constant(''), arbitrarySlip(), fc.string({ unit: 'binary', maxLength: 5 }));
  const edit = fc.oneof(
    { weight: 15, arbitrary: fc.record({ start: fc.nat(1_000_000), length, inserted }) },
    { weight: 1, arbitrary: fc.record({ replacement: fc.oneof(fc.constant(''), arbitraryBrokenText()) }) },
  );
  return fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });
}

/** An edit as the protocol has it, for the text that the document has now. */
export function contentChange(document: TextDocument, edit: ArbitraryEdit): TextDocumentContentChangeEvent {
  if ('replacement' in edit) return { text: edit.replacement };
  const size = document.getText().length;
  const start = edit.start % (size + 1);
  const end = Math.min(size, start + edit.length);
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, text: edit.inserted };
}
