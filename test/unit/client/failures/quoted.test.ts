import { expect, test } from 'vitest';
import { quoted } from '../../../../client/src/failures/quoted.ts';
import { startCounting } from '../../../support/executedBlocks.ts';

const executedBlocks = await startCounting();

test.each([
  ['as it is', 'catalog not found', 'catalog not found'],
  ['without full stops at the end', 'no job. Not found. . .', 'no job. Not found'],
  ['in one line', ' a\n\tat b\r\n\u2028at c ', 'a at b at c'],
  ['without control characters and changes of direction', 'a\0b\u202ec\u2066d', 'a b c d'],
  ['without half a character', 'a\ud800b', 'a b'],
  ['cut at the limit', 'x'.repeat(21), `${'x'.repeat(19)}…`],
  ['cut before a character that takes two code units', `${'x'.repeat(18)}😀xx`, `${'x'.repeat(18)}…`],
  ['with a character that takes two code units', '😀', '😀'],
])('a text is quoted %s', (_, text, expected) => {
  expect(quoted(text, 20)).toBe(expected);
});

test('a text of full stops takes as many steps as it has characters', async () => {
  const text = (size: number): string => `${'. '.repeat(size)}x${'.'.repeat(size)}`;
  const small = await executedBlocks(() => quoted(text(10_000), 20));
  const large = await executedBlocks(() => quoted(text(20_000), 20));
  expect(large / small).toBeLessThan(2.1);
});
