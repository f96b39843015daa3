import { SymbolKind } from 'vscode-languageserver-types';
import { expect, test } from 'vitest';
import { symbolInformation } from '../../../../server/src/client/symbolInformation.ts';

const uri = 'test:/job.lfjob.json';
const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 1 } };
const selectionRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

test('an outline becomes a list in the order of the text', () => {
  const common = { range, selectionRange };
  const inner = { name: 'inner', kind: SymbolKind.String, ...common };
  const last = { name: 'last', kind: SymbolKind.Array, ...common };
  const location = { uri, range };
  expect(
    symbolInformation(uri, [{ name: 'outer', kind: SymbolKind.Module, ...common, children: [inner] }, last]),
  ).toEqual([
    { name: 'outer', kind: SymbolKind.Module, location },
    { name: 'inner', kind: SymbolKind.String, location, containerName: 'outer' },
    { name: 'last', kind: SymbolKind.Array, location },
  ]);
});

test('a kind that an old client need not know is a variable', () => {
  const [symbol] = symbolInformation(uri, [{ name: 'a', kind: SymbolKind.Null, range, selectionRange }]);
  expect(symbol?.kind).toBe(SymbolKind.Variable);
});
