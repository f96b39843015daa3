import { expect, test } from 'vitest';
import { compare } from '../../bench/comparison.ts';
import { items, type Figures } from '../../bench/items.ts';
import { median, ratios, spreadOf } from '../../bench/statistics.ts';

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[10, 9], 9.5],
  [[7], 7],
  [[], NaN],
])('the median of %j is %d', (figures, expected) => {
  expect(median(figures)).toBe(expected);
});

test('a ratio is taken round by round, so that what slows a round down slows both', () => {
  expect(spreadOf(ratios([10, 40, 12], [20, 80, 16]))).toEqual({ median: 0.5, min: 0.5, max: 0.75 });
});

const everywhere = (value: number): Figures => ({
  start: value,
  open: value,
  edit: value,
  value,
  property: value,
  hover: value,
  outline: value,
  unchanged: value,
  reindent: value,
  documents: value,
  memory: value,
  documentsMemory: value,
});

test('the servers are compared by their medians, the start with the smallest document alone', () => {
  const rounds = { ours: [1, 9, 2].map(everywhere), json: [4, 4, 4].map(everywhere), empty: [1, 1, 1].map(everywhere) };
  const first = compare('2 KB', true, rounds);
  expect(first[0]).toEqual({
    item: items[0],
    size: '2 KB',
    ours: 2,
    json: 4,
    empty: 1,
    ratio: { median: 0.5, min: 0.25, max: 2.25 },
  });
  expect(first.map(({ item }) => item.id)).toEqual(items.map(({ id }) => id));
  expect(compare('1 MB', false, rounds).map(({ item }) => item.id)).not.toContain('start');
});
