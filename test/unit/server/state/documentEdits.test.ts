import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { documentEdits } from '../../../../server/src/state/documentEdits.ts';
import { documentOf } from '../../../support/cursor.ts';
import { startCounting } from '../../../support/executedBlocks.ts';
import { runs } from '../../../support/fastCheck.ts';

/** From the beginning, because what ran before isn't counted. */
const executedBlocks = await startCounting();

const lines = fc.string({ unit: fc.constantFrom('\r', '\n', 'a') });

test('an edited document has the text and the lines of a new one', () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(3), lines), { maxLength: 10 });
  fc.assert(
    fc.property(lines, edits, (text, made) => {
      const [edited, reference] = [documentOf(text), documentOf(text)];
      for (const [place, length, inserted] of made) {
        const start = place % (edited.getText().length + 1);
        const change = insertion(edited, start, start + length, inserted);
        documentEdits.update(edited, [change], 2);
        TextDocument.update(reference, [change], 2);
        expect(edited.getText()).toBe(reference.getText());
        expect(positionsIn(edited)).toEqual(positionsIn(documentOf(edited.getText())));
      }
    }),
    runs(2000),
  );
});

test('edits that bring line breaks together cost the same in a document of twice the size', async () => {
  const costOf = async (size: number): Promise<number> => {
    const document = documentOf('{}\r\n'.repeat(size));
    return executedBlocks(() => editLineBreaks(document));
  };
  expect((await costOf(2000)) / (await costOf(1000))).toBeLessThan(1.5);
});

/** Types a carriage return and a line feed at the end of a document and takes them back, again and again. */
function editLineBreaks(document: TextDocument): void {
  const end = document.getText().length;
  for (let edit = 0; edit < 500; edit++) {
    documentEdits.update(document, [insertion(document, end, end, '\r')], 2);
    documentEdits.update(document, [insertion(document, end + 1, end + 1, '\n')], 3);
    documentEdits.update(document, [insertion(document, end, end + 2, '')], 4);
  }
}

function insertion(document: TextDocument, start: number, end: number, text: string): TextDocumentContentChangeEvent {
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
}

function positionsIn(document: TextDocument): unknown[] {
  return Array.from({ length: document.getText().length + 1 }, (_, offset) => document.positionAt(offset));
}
