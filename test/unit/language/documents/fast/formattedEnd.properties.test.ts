import fc from 'fast-check';
import { format } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { formattedEnd } from '../../../../../language/src/documents/fast/formattedEnd.ts';
import { runs } from '../../../../support/fastCheck.ts';

const options = fc.record({ tabSize: fc.constantFrom(0, 1, 2, 4, 12), insertSpaces: fc.boolean() });
const indentations = fc.constantFrom<string | number>(0, 1, 2, 4, 12, '\t');
const ends = fc.constantFrom('', '\n', '\n\n', ' ');

test('where a text is formatted already, jsonc-parser changes nothing before its end', () => {
  let count = 0;
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), indentations, ends, options, (value, indentation, space, formatting) => {
      const text = JSON.stringify(value, undefined, indentation) + space;
      const end = formattedEnd(text, value, formatting);
      if (end === undefined) return;
      count++;
      const edits = format(text, undefined, { ...formatting, eol: '\n' });
      expect(edits.filter(({ offset }) => offset < end)).toEqual([]);
    }),
    runs(2000),
  );
  expect(count).toBeGreaterThan(200);
});
