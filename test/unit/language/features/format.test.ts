import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, Range } from 'vscode-languageserver-types';
import { format } from '../../../../language/src/features/format.ts';
import { arbitraryBrokenText, arbitraryText } from '../../../support/arbitraryBrokenText.ts';
import { arbitraryJob } from '../../../support/arbitraryJobs.ts';
import { documentOf } from '../../../support/cursor.ts';
import { runs } from '../../../support/fastCheck.ts';

function formatted(text: string, options: Partial<FormattingOptions> = {}, range?: Range): string {
  const document = documentOf(text);
  const edits = format(document, range, { tabSize: 2, insertSpaces: true, ...options });
  return TextDocument.applyEdits(document, edits);
}

describe('formatting', () => {
  test.each([
    ['{"a":1,"b":[{}]}', '{\n  "a": 1,\n  "b": [\n    {}\n  ]\n}'],
    ['{\r\n"a":1}', '{\r\n  "a": 1\r\n}'],
    ['{ "a": 1 // why\n}', '{\n  "a": 1 // why\n}'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(formatted(text)).toBe(expected);
  });

  test('follows the editor’s options', () => {
    expect(formatted('{"a":1}', { tabSize: 4, insertSpaces: false })).toBe('{\n\t"a": 1\n}');
  });

  test.each([
    ['with spaces', '[ "A" ,"B",  1 ,true,null ]', '["A", "B", 1, true, null]'],
    ['with brackets in a text', '["[1,2]","a\\",b"]', '["[1,2]", "a\\",b"]'],
    ['of 80 characters', `["${'a'.repeat(76)}"]`, `["${'a'.repeat(76)}"]`],
  ])('leaves a short array on its line: %s', (_, array, expected) => {
    expect(formatted(`{"a":${array}}`)).toBe(`{\n  "a": ${expected}\n}`);
  });

  test.each([
    ['that is longer', `["${'a'.repeat(77)}"]`, `[\n    "${'a'.repeat(77)}"\n  ]`],
    ['on several lines', '[1,\n2]', '[\n    1,\n    2\n  ]'],
    ['with an object in it', '[{}]', '[\n    {}\n  ]'],
    ['with an array in it', '[1,[2]]', '[\n    1,\n    [\n      2\n    ]\n  ]'],
    ['with a comment in it', '[1/* ] */,2]', '[\n    1 /* ] */,\n    2\n  ]'],
  ])('gives each element of an array a line: %s', (_, array, expected) => {
    expect(formatted(`{"a":${array}}`)).toBe(`{\n  "a": ${expected}\n}`);
  });

  test('makes one edit of more than 10,000', () => {
    const array = (separator: string): string => Array.from({ length: 20_000 }, () => '1').join(separator);
    const document = documentOf(`[ ${array(',')}]\n`);
    const [edit, ...others] = format(document, undefined, { tabSize: 2, insertSpaces: true });
    expect(others).toEqual([]);
    expect(edit?.range).toEqual({ start: { line: 0, character: 1 }, end: { line: 0, character: 40_001 } });
    expect(edit?.newText).toBe(`\n  ${array(',\n  ')}\n`);
  });

  test('changes only the lines of a range', () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } };
    expect(formatted('{\n"a":1,\n"b":2\n}', {}, range)).toBe('{\n  "a": 1,\n"b":2\n}');
  });

  test.each<[string, Partial<FormattingOptions>, string, string]>([
    ['keeps the line break at the end', {}, '{"a":1}\n', '{\n  "a": 1\n}\n'],
    ['keeps several, without the spaces between them', {}, '[]\n \n\t\n', '[]\n\n\n'],
    ['keeps that there is none', {}, '{"a":1}  ', '{\n  "a": 1\n}'],
    ['inserts one', { insertFinalNewline: true }, '[1]', '[\n  1\n]\n'],
    ['inserts one where there is none alone', { insertFinalNewline: true }, '[]\n', '[]\n'],
    ['trims them to one', { trimFinalNewlines: true }, '[]\n\n\n', '[]\n'],
    ['trims none in', { trimFinalNewlines: true }, '[]', '[]'],
    ['trims and inserts', { trimFinalNewlines: true, insertFinalNewline: true }, '[] \n \n', '[]\n'],
    ['keeps spaces at the ends of comments', {}, '[ // a \n]', '[ // a \n]'],
    ['trims them there', { trimTrailingWhitespace: true }, '[ // a \t\n]', '[ // a\n]'],
    ['trims them in a long comment', { trimTrailingWhitespace: true }, '/* a \n  b\t\n*/\n[]', '/* a\n  b\n*/\n[]'],
    ['trims no text', { trimTrailingWhitespace: true }, '["a // ",  \n"b "]', '[\n  "a // ",\n  "b "\n]'],
    ['trims no text that is not closed', { trimTrailingWhitespace: true }, '["a // \n', '["a // \n'],
    ['leaves an empty document alone', { insertFinalNewline: true, trimFinalNewlines: true }, ' \n\n', ' \n\n'],
  ])('%s', (_, options, text, expected) => {
    expect(formatted(text, options)).toBe(expected);
    expect(formatted(text.replaceAll('\n', '\r\n'), options)).toBe(
      text.includes('\n') ? expected.replaceAll('\n', '\r\n') : expected,
    );
  });

  test('a range that doesn’t reach the end leaves the end alone', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 6 } };
    const options = { insertFinalNewline: true, trimFinalNewlines: true };
    expect(formatted('{\n"a":1,\n"b":2}\n\n\n', options, range)).toBe('{\n  "a": 1,\n"b":2}\n\n\n');
  });
});

describe('whatever the text and the options', () => {
  const texts = fc.oneof(arbitraryJob(), arbitraryBrokenText(), arbitraryText());
  const cases = fc.record({
    text: fc.tuple(texts, fc.constantFrom('', '\n', '\n\n', ' \n ')).map((parts) => parts.join('')),
    isWindows: fc.boolean(),
    options: fc.record({
      tabSize: fc.integer({ min: 1, max: 8 }),
      insertSpaces: fc.boolean(),
      insertFinalNewline: fc.boolean(),
      trimFinalNewlines: fc.boolean(),
      trimTrailingWhitespace: fc.boolean(),
    }),
  });

  test('white space alone changes, and twice is once', () => {
    fc.assert(
      fc.property(cases, ({ text, isWindows, options }) => {
        const before = isWindows ? text.replace(/\r?\n/g, '\r\n') : text;
        const once = formatted(before, options);
        expect(once.replace(/\s/g, '')).toBe(before.replace(/\s/g, ''));
        expect(formatted(once, options)).toBe(once);
      }),
      runs(1000),
    );
  });

  test('the value is kept', () => {
    fc.assert(
      fc.property(fc.jsonValue(), cases, (value, { options }) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(formatted(text, options))).toEqual(JSON.parse(text));
      }),
      runs(200),
    );
  });

  test('a range changes what formatting the whole document changes, there alone', () => {
    fc.assert(
      fc.property(cases, fc.nat(20), fc.nat(20), ({ text, options }, first, count) => {
        const document = documentOf(text);
        const range = { start: { line: first, character: 0 }, end: { line: first + count, character: 0 } };
        const whole = format(document, undefined, options).map((edit) => JSON.stringify(edit));
        const part = format(document, range, options).map((edit) => JSON.stringify(edit));
        expect(part.filter((edit) => !whole.includes(edit))).toEqual([]);
      }),
      runs(200),
    );
  });
});
