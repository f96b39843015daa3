import { expect, test } from 'vitest';
import { parseJson } from '../../../../client/src/api/json.ts';

test.each([
  ['{"__proto__":{"a":1}}', { ['__proto__']: { a: 1 } }],
  ['{"a":1,"b":2,"a":3}', { a: 3, b: 2 }],
  [' [1.5e3, "[{", null] ', [1500, '[{', null]],
  ['{"a":1', undefined],
  ['"a', undefined],
  ['<html>', undefined],
  ['', undefined],
])('the value of %j is %j', (text, value) => {
  expect(parseJson(text)).toStrictEqual(value);
});

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test.each([
  ['as deep as a job may be', nested(500)],
  ['with more brackets, but no deeper', `[${`${nested(400)},`.repeat(3)}1]`],
  ['with brackets in a string', JSON.stringify(nested(1000))],
])('a text %s is read', (_, text) => {
  expect(parseJson(text)).toStrictEqual(JSON.parse(text));
});

test('a deeper text isn’t read', () => {
  expect(parseJson(nested(501))).toBeUndefined();
});
