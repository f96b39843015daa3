import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { parse } from '../../../../server/src/documents/parse.ts';
import { symbols } from '../../../../server/src/features/symbols.ts';
import { documentOf } from '../../../support/cursor.ts';

function outline(text: string): string[] {
  const lines = (entries: readonly DocumentSymbol[], indent: string): string[] =>
    entries.flatMap(({ name, detail, children }) => [
      `${indent}${name}${detail ? `: ${detail}` : ''}`,
      ...lines(children ?? [], `${indent}  `),
    ]);
  return lines(symbols(documentOf(text), parse(text)), '');
}

test('names every member and element, with its value', () => {
  expect(outline('{ "name": "job_1", "list": [1, { "a": null }], "": true }')).toEqual([
    'name: job_1',
    'list',
    '  [0]: 1',
    '  [1]',
    '    a: null',
    '"": true',
  ]);
});

test('does not show secrets', () => {
  const text =
    '{ "parameter": { "metadata_migration_parameter": { "datasource_parameter": { "password": "p", "username": "u" } } } }';
  expect(outline(text).slice(-2)).toEqual(['      password: ••••', '      username: u']);
});

test.each(['', '[', '{ "a": ', '{ "a" }', '7'])('a broken text has an outline too: %j', (text) => {
  expect(() => outline(text)).not.toThrow();
});
