import { expect, it } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { stringOffsets } from '../../../../language/src/documents/stringOffsets.ts';

function offsets(text: string): number[] | undefined {
  const { tree } = parse(text);
  const at = tree && stringOffsets(text, tree);
  return at && Array.from({ length: String(tree.value).length + 1 }, (_, unit) => at(unit));
}

it('maps the units of a value to where they are written', () => {
  expect(offsets('"ab"')).toEqual([1, 2, 3]);
  expect(offsets(String.raw` "a\n\u0041\ud83d\ude00b"`)).toEqual([2, 3, 5, 11, 17, 23, 24]);
});

it('maps nothing in a string that JSON can’t read', () => {
  expect(offsets("'ab'")).toBeUndefined();
  expect(offsets('"ab')).toBeUndefined();
});
