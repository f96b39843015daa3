import { expect, test } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { sortProperties } from '../../../../language/src/schema/sort.ts';

// To search the comment from each of its slashes would take minutes.
test('properties around a comment of half a million slashes are sorted', () => {
  const comment = '/'.repeat(500_000);
  const text = `{"type": "a" ${comment}\n, "name": "b"}`;
  expect(sortProperties(parse(text))).toBe(`{ "name": "b","type": "a" ${comment}\n}`);
});
