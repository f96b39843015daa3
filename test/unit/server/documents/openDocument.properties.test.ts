import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDocument } from '../../../../server/src/documents/openDocument.ts';
import { runs } from '../../../support/fastCheck.ts';

const texts = fc.array(fc.constantFrom('a', '{', '\n', '\r', '\r\n', '\u2028', '😀')).map((units) => units.join(''));
const positions = fc.record({ line: fc.integer({ min: -1, max: 12 }), character: fc.integer({ min: -1, max: 12 }) });
const changes = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: positions, end: positions }), text: texts }) },
  { weight: 1, arbitrary: fc.record({ text: texts }) },
);

test('an edited document has the text and the lines that the language package gives it', () => {
  fc.assert(
    fc.property(texts, fc.array(changes, { maxLength: 8 }), fc.array(positions), (text, edits, places) => {
      const document = new OpenDocument('test:/job', 'lfjob', 1, text);
      // The lines are known before the first edit, and kept.
      expect(document.lineCount).toBe(newDocument(text).lineCount);
      for (const edit of edits) {
        const expected = newDocument(TextDocument.update(newDocument(document.getText()), [edit], 2).getText());
        document.update([edit], 2);
        expect(document.getText()).toBe(expected.getText());
        expect(document.lineCount).toBe(expected.lineCount);
        for (const line of [-1, 0, 1, expected.lineCount - 1, expected.lineCount]) {
          expect(document.getLineRange(line)).toEqual(expected.getLineRange(line));
          expect(document.getEOLCharacters(line)).toBe(expected.getEOLCharacters(line));
        }
        expect(places.map((place) => document.offsetAt(place))).toEqual(
          places.map((place) => expected.offsetAt(place)),
        );
        const offsets = Array.from({ length: expected.getText().length + 3 }, (_, offset) => offset - 1);
        expect(offsets.map((offset) => document.positionAt(offset))).toEqual(
          offsets.map((offset) => expected.positionAt(offset)),
        );
      }
    }),
    runs(3000),
  );
});

function newDocument(text: string): TextDocument {
  return TextDocument.create('test:/job', 'lfjob', 1, text);
}
