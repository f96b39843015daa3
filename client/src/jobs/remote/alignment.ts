/** An element of an array, and the one of another array that it corresponds to. One without a counterpart was removed or added. */
export interface Pair {
  readonly left: number | undefined;
  readonly right: number | undefined;
}

/** Where so many pairs would have to be compared, elements correspond by their indexes. */
const mostComparisons = 10_000;

/**
 * Returns which elements of two arrays correspond: those that are the same, in their order, and between them those at the same
 * place. In the order of both arrays.
 */
export function aligned(
  left: number,
  right: number,
  areSame: (left: number, right: number) => boolean,
): readonly Pair[] {
  const start = countWhile(Math.min(left, right), (index) => areSame(index, index));
  const rest = Math.min(left, right) - start;
  const end = countWhile(rest, (index) => areSame(left - 1 - index, right - 1 - index));
  const anchors = [
    ...range(start).map((index): Anchor => [index, index]),
    ...commonElements([start, left - end], [start, right - end], areSame),
    ...range(end).map((index): Anchor => [left - end + index, right - end + index]),
    [left, right] satisfies Anchor,
  ];
  const pairs: Pair[] = [];
  let [nextLeft, nextRight] = [0, 0];
  for (const [anchorLeft, anchorRight] of anchors) {
    for (; nextLeft < anchorLeft || nextRight < anchorRight;) {
      pairs.push({
        left: nextLeft < anchorLeft ? nextLeft++ : undefined,
        right: nextRight < anchorRight ? nextRight++ : undefined,
      });
    }
    if (anchorLeft < left && anchorRight < right) pairs.push({ left: nextLeft++, right: nextRight++ });
  }
  return pairs;
}

type Anchor = readonly [left: number, right: number];
type Range = readonly [start: number, end: number];

/** The longest sequence of elements that two stretches have in common. */
function commonElements(
  [leftStart, leftEnd]: Range,
  [rightStart, rightEnd]: Range,
  areSame: (left: number, right: number) => boolean,
): Anchor[] {
  const [height, width] = [leftEnd - leftStart, rightEnd - rightStart];
  if (height * width > mostComparisons) return [];
  /** The length of the longest sequence from an element of each on. */
  const lengths = range(height + 1).map(() => range(width + 1).map(() => 0));
  const lengthAt = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  const same = range(height).map((row) => range(width).map((column) => areSame(leftStart + row, rightStart + column)));
  for (let row = height - 1; row >= 0; row--) {
    for (let column = width - 1; column >= 0; column--) {
      const line = lengths[row];
      if (line === undefined) continue;
      line[column] =
        same[row]?.[column] === true
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const anchors: Anchor[] = [];
  for (let [row, column] = [0, 0]; row < height && column < width;) {
    if (same[row]?.[column] === true) anchors.push([leftStart + row++, rightStart + column++]);
    else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return anchors;
}

function countWhile(most: number, holds: (index: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count++;
  return count;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
