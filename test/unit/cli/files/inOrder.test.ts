import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inOrder } from '../../../../cli/src/files/inOrder.ts';

it('yields the results in the order of the items, and starts at most as many as allowed', async () => {
  let running = 0;
  let most = 0;
  const items = Array.from({ length: 20 }, (_, index) => index);
  const results: number[] = [];
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, ++running);
    await setTimeout(item % 3);
    running--;
    return item * 2;
  };
  for await (const result of inOrder(items, 4, work)) results.push(result);
  expect(results).toEqual(items.map((item) => item * 2));
  expect(most).toBeLessThanOrEqual(4);
});

it.each([0, 1, 3])('yields all of %i items below the limit', async (count) => {
  const results: number[] = [];
  for await (const result of inOrder(Array(count).keys(), 8, async (item) => Promise.resolve(item)))
    results.push(result);
  expect(results).toEqual([...Array(count).keys()]);
});
