import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { format } from '../../../../server/src/features/format.ts';
import { documentOf } from '../../../support/cursor.ts';

function formatted(text: string, options = { tabSize: 2, insertSpaces: true }): string {
  const document = documentOf(text);
  return TextDocument.applyEdits(document, format(document, undefined, options));
}

describe('formatting', () => {
  test.each([
    ['{"a":1,"b":[1,2]}', '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ]\n}'],
    ['{\r\n"a":1}', '{\r\n  "a": 1\r\n}'],
    ['{ "a": 1 // why\n}', '{\n  "a": 1 // why\n}'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(formatted(text)).toBe(expected);
  });

  test('follows the editor’s options', () => {
    expect(formatted('{"a":1}', { tabSize: 4, insertSpaces: false })).toBe('{\n\t"a": 1\n}');
  });

  test('changes only the lines of a range', () => {
    const document = documentOf('{\n"a":1,\n"b":2\n}');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } };
    const edits = format(document, range, { tabSize: 2, insertSpaces: true });
    expect(TextDocument.applyEdits(document, edits)).toBe('{\n  "a": 1,\n"b":2\n}');
  });

  test('keeps every value, and twice is once', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = formatted(JSON.stringify(value));
        expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(formatted(once)).toBe(once);
      }),
    );
  });
});
