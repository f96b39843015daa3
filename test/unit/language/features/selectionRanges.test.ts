import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { parse } from '../../../../language/src/documents/parse.ts';
import { selectionRanges } from '../../../../language/src/features/selectionRanges.ts';
import { arbitraryBrokenText, arbitraryText } from '../../../support/arbitraryBrokenText.ts';
import { arbitraryJob } from '../../../support/arbitraryJobs.ts';
import { atCursor, documentOf } from '../../../support/cursor.ts';
import { runs } from '../../../support/fastCheck.ts';

/** What is selected, from the innermost place outwards. */
function growing(marked: string): string[] {
  const { document, parsed, position } = atCursor(marked);
  const texts: string[] = [];
  for (const range of chain(selectionRanges(document, parsed, [position])[0])) texts.push(document.getText(range));
  return texts;
}

function chain(selection: SelectionRange | undefined): SelectionRange['range'][] {
  return selection ? [selection.range, ...chain(selection.parent)] : [];
}

describe('a growing selection takes in', () => {
  test('a text without quotes, the text, the property, the properties, the block', () => {
    expect(growing('{ "a": { "key": "obs:|//b", "x": 1 } }\n')).toEqual([
      'obs://b',
      '"obs://b"',
      '"key": "obs://b"',
      '"key": "obs://b", "x": 1',
      '{ "key": "obs://b", "x": 1 }',
      '"a": { "key": "obs://b", "x": 1 }',
      '{ "a": { "key": "obs://b", "x": 1 } }',
      '{ "a": { "key": "obs://b", "x": 1 } }\n',
    ]);
  });

  test('a name, then its property', () => {
    expect(growing('{ "na|me": 1 }')).toEqual(['name', '"name"', '"name": 1', '{ "name": 1 }']);
  });

  test('an element, the elements, the array', () => {
    expect(growing('[ "a", 1|2 ]')).toEqual(['12', '"a", 12', '[ "a", 12 ]']);
  });

  test('a block from the space in it', () => {
    expect(growing('{ "a": 1, | "b": 2 } ')).toEqual([
      '"a": 1,  "b": 2',
      '{ "a": 1,  "b": 2 }',
      '{ "a": 1,  "b": 2 } ',
    ]);
  });

  test('what is half written', () => {
    expect(growing('{ "a": { "b": "c|')).toEqual(['"c', '"b": "c', '{ "b": "c', '"a": { "b": "c', '{ "a": { "b": "c']);
  });
});

test('in any text every selection is within the next, the innermost at the position', () => {
  const texts = fc.oneof(arbitraryJob(), arbitraryBrokenText(), arbitraryText());
  fc.assert(
    fc.property(texts, fc.nat(), (text, place) => {
      const document = documentOf(text);
      const position = document.positionAt(place % (text.length + 1));
      const [selection] = selectionRanges(document, parse(text), [position]);
      const spans = chain(selection).map(
        ({ start, end }) => [document.offsetAt(start), document.offsetAt(end)] as const,
      );
      let [from, to] = [document.offsetAt(position), document.offsetAt(position)];
      for (const [start, end] of spans) {
        expect(start <= from && to <= end).toBe(true);
        [from, to] = [start, end];
      }
      expect(spans.length).toBeGreaterThan(0);
    }),
    runs(1000),
  );
});
