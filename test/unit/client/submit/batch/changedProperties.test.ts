import { expect, it } from 'vitest';
import { changedProperties } from '../../../../../client/src/submit/batch/changedProperties.ts';

it.each<[string, object, object, string[]]>([
  ['nothing', { a: 1, b: [1] }, { a: 1, b: [1] }, []],
  ['a value', { a: 1, b: 2 }, { a: 1, b: 3 }, ['b']],
  ['one that is deep', { a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }, ['c']],
  ['an array as a whole', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, ['a']],
  ['one that is added, and one that is removed', { a: 1 }, { b: 1 }, ['b', 'a']],
  ['a name once', { x: { a: 1 }, y: { a: 1 } }, { x: { a: 2 }, y: { a: 2 } }, ['a']],
])('names %s', (_, before, after, expected) => {
  expect(changedProperties({ before, after })).toEqual(expected);
});
