import fc from 'fast-check';
import { applyEdits, format } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { editsOfPrinted } from '../../../../language/src/documents/printed.ts';
import { runs } from '../../../support/fastCheck.ts';

const layouts = fc.record({
  tabSize: fc.constantFrom(0, 1, 2, 4, 12),
  insertSpaces: fc.boolean(),
  insertFinalNewline: fc.boolean(),
});
const indentations = fc.constantFrom<string | number>(0, 1, 2, 4, 12, '\t');
const ends = fc.constantFrom('', '\n', '\n\n', '\r\n', ' ');
const texts = fc
  .tuple(fc.jsonValue({ maxDepth: 3 }), indentations, ends)
  .map(([value, indentation, end]) => JSON.stringify(value, undefined, indentation) + end);

test('a text that is laid out already becomes what jsonc-parser makes of it', () => {
  let count = 0;
  fc.assert(
    fc.property(texts, layouts, (text, layout) => {
      const edits = editsOfPrinted(text, layout);
      if (edits === undefined) return;
      count++;
      const eol = text.includes('\r\n') ? '\r\n' : '\n';
      expect(applyEdits(text, [...edits])).toBe(applyEdits(text, format(text, undefined, { ...layout, eol })));
    }),
    runs(5000),
  );
  expect(count).toBeGreaterThan(500);
});
