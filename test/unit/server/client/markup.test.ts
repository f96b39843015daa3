import { MarkupKind } from 'vscode-languageserver-types';
import { expect, test } from 'vitest';
import { plainText, plainTextHover, plainTextItem } from '../../../../server/src/client/markup.ts';

test.each([
  ['**name** · required', 'name · required'],
  ['- **`HIVE`** — a *metastore*', '- HIVE — a *metastore*'],
  ['Limits: `"a*b"`.  \nDefault: `"**"`', 'Limits: "a*b".\nDefault: "**"'],
  ['any \\* of them', 'any * of them'],
  ['`\\*`', '\\*'],
  ['[Creating a Job](https://example.com/a), 2024 edition', 'Creating a Job (https://example.com/a), 2024 edition'],
  ['first\n\n---\n\nsecond', 'first\n\nsecond'],
  ['a_b ${secret:NAME}', 'a_b ${secret:NAME}'],
])('%j in plain text is %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});

const markdown = { kind: MarkupKind.Markdown, value: '**a**' };
const text = { kind: MarkupKind.PlainText, value: 'a' };

test('a hover keeps its range', () => {
  const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } };
  expect(plainTextHover({ contents: markdown, range })).toEqual({ contents: text, range });
  expect(plainTextHover(null)).toBeNull();
});

test('a completion item keeps its label', () => {
  expect(plainTextItem({ label: '**', documentation: markdown })).toEqual({ label: '**', documentation: text });
  expect(plainTextItem({ label: '**' })).toEqual({ label: '**' });
});
