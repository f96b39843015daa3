import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readNames, type NameList } from '../../../../client/src/api/nameList.ts';
import { redaction } from '../../../../client/src/redaction/redaction.ts';

const token = randomUUID();

function read(...entries: unknown[]): NameList {
  return readNames(entries, (name) => ({ name }), true, { redact: redaction([token]) });
}

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a number', 7],
  ['an empty string', ''],
  ['more than 512 characters', 'x'.repeat(513)],
  ['a line break', 'a\nb'],
  ['a character that reorders the text', 'a\u202eb'],
  ['half a character', 'a\ud800'],
  ['the token', `a ${token}`],
])('a name that can’t be used is left out: %s', (_, name) => {
  expect(read('lake', name)).toEqual({ names: [{ name: 'lake' }], isComplete: false });
});

test('a repeated name is one', () => {
  expect(read('lake', 'lake')).toEqual({ names: [{ name: 'lake' }], isComplete: true });
});

test('a description is masked and shortened', () => {
  const list = readNames([1], () => ({ name: 'lake', description: `${token} ${'x'.repeat(500)}` }), true, {
    redact: redaction([token]),
  });
  expect(list.names[0]?.description).toMatch(/^•••••• x+…$/);
  expect(list.names[0]?.description).toHaveLength(200);
});

test('only the first 5,000 names are read', () => {
  const { names, isComplete } = read(...Array.from({ length: 5001 }, (_, index) => `n${index}`));
  expect([names.length, isComplete]).toEqual([5000, false]);
});
