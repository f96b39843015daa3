import { describe, expect, it } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { isFound, jobSymbol } from '../../../../language/src/features/jobSymbol.ts';

describe('the symbol of a job', () => {
  it('is its name, at the value of the property', () => {
    const text = '{ "type": "METADATA_DISCOVERY", "name": "nightly" }';
    const symbol = jobSymbol(parse(text));
    expect(symbol).toMatchObject({ name: 'nightly', type: 'METADATA_DISCOVERY' });
    expect(text.slice(symbol?.span.offset).slice(0, symbol?.span.length)).toBe('"nightly"');
  });

  it.each<[string, string, string]>([
    ['that isn’t complete', '{ "name": "nightly", "type": ', ''],
    ['with mistakes', '{ "name": "nightly" "type": "T", }', 'T'],
    ['with two names: the last one', '{ "name": "first", "name": "nightly" }', ''],
  ])('is that of a job %s', (_, text, type) => {
    expect(jobSymbol(parse(text))).toMatchObject({ name: 'nightly', type });
  });

  it.each(['', '{}', '[]', '"name"', '{ "name": "" }', '{ "name": 1 }'])('isn’t there in %j', (text) => {
    expect(jobSymbol(parse(text))).toBeUndefined();
  });
});

it.each<[string, string, boolean]>([
  ['nightly_parquet', '', true],
  ['nightly_parquet', 'NiPa', true],
  ['nightly_parquet', 'nightly parquet', true],
  ['nightly_parquet', 'pn', false],
  ['每日_发现', '发现', true],
])('%s is found by "%s": %s', (name, query, expected) => {
  expect(isFound(name, query)).toBe(expected);
});
