import { createScanner } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { cursorAt } from '../../../../../language/src/documents/cursor/cursor.ts';
import { SyntaxKind } from '../../../../../language/src/documents/parsing/syntaxKind.ts';
import { atCursor } from '../../../../support/cursor.ts';

/** The place of the cursor, in short: what is expected, the path, the text that is replaced, and the commas. */
function at(marked: string): string | undefined {
  const { document, offset } = atCursor(marked);
  const text = document.getText();
  const cursor = cursorAt(text, offset);
  if (cursor === undefined) return undefined;
  return [
    `${cursor.expects} ${['', ...cursor.path].join('/')}`,
    `«${text.slice(cursor.start, cursor.end)}»`,
    cursor.hasValue ? 'hasValue' : '',
    cursor.commaBefore === undefined ? '' : `comma at ${String(cursor.commaBefore)}`,
    cursor.commaAfter ? 'comma after' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

describe('a property name is expected', () => {
  test.each([
    ['{|}', 'name  «»'],
    ['{ "na|" }', 'name  «"na"»'],
    ['{ na| }', 'name  «na»'],
    ['{ "na|me": 1 }', 'name  «"name"» hasValue'],
    ['{ "a": 1, | }', 'name  «»'],
    ['{ "a": 1 | }', 'name  «» comma at 8'],
    ['{ "a": {}| }', 'name  «» comma at 9'],
    ['{ | "a": 1 }', 'name  «» comma after'],
    ['{ |"a": 1 }', 'name  «» comma after'],
    ['{ "a": 1 | "b": 2 }', 'name  «» comma at 8 comma after'],
    ['{ "a": 1 /* why */ | }', 'name  «» comma at 8'],
    ['{ "a": { "b|" } }', 'name /a «"b"»'],
    ['{ "a": [ {}, { "b|" } ] }', 'name /a/1 «"b"»'],
    ['{ "na| "type": "X" }', 'name  «"na» comma after'],
    ['{ "na|\n "type": "X" }', 'name  «"na» comma after'],
    ['{ "a": { "b": 1, |', 'name /a «»'],
  ])('%s', (marked, expected) => {
    expect(at(marked)).toBe(expected);
  });
});

describe('a value is expected', () => {
  test.each([
    ['|', 'value  «»'],
    ['lf|', 'value  «lf»'],
    ['{ "a":| }', 'value /a «»'],
    ['{ "a": "X|" }', 'value /a «"X"»'],
    ['{ "a": |"X" }', 'value /a «"X"»'],
    ['{ "a": "X"| }', 'value /a «"X"»'],
    ['{ "a": X| }', 'value /a «X»'],
    ['{ "a": tr|ue }', 'value /a «true»'],
    ['{ "a": 1|2 }', 'value /a «12»'],
    ['{ "a": | "b": 1 }', 'value /a «» comma after'],
    ['{ "a": "X|, "b": 1 }', 'value /a «"X»'],
    ['{ "a": "X|,\n "b": 1 }', 'value /a «"X»'],
    ['{ "a": "X|\n "b": 1 }', 'value /a «"X» comma after'],
    ['{ "a": [|] }', 'value /a/0 «»'],
    ['{ "a": [ 1, | ] }', 'value /a/1 «»'],
    ['{ "a": [ 1 | ] }', 'value /a/1 «» comma at 10'],
    ['{ "a": [ | 1 ] }', 'value /a/0 «» comma after'],
    ['{ "a": [ {}, "X|" ] }', 'value /a/1 «"X"»'],
    ['[ [ [ | ] ] ]', 'value /0/0/0 «»'],
  ])('%s', (marked, expected) => {
    expect(at(marked)).toBe(expected);
  });
});

describe('nothing is expected', () => {
  test.each(['{ "a" | }', '{ "a": 1 /* | */ }', '{ // |\n }', '{} |', '{}}|'])('%s', (marked) => {
    expect(at(marked)).toBeUndefined();
  });
});

test('the token kinds are the parser’s', () => {
  const scanner = createScanner('{}[],:null true false "a" 1 x//c\n/*c*/ ', false);
  const kinds: number[] = [];
  for (;;) {
    const kind: number = scanner.scan();
    kinds.push(kind);
    if (kind === SyntaxKind.EOF) break;
  }
  expect(new Set(kinds)).toEqual(new Set(Object.values(SyntaxKind)));
});
