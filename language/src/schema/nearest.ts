/** Longer words aren't compared: no name or value of the API has as many characters. */
const longestWord = 64;

/**
 * Returns the allowed word that a misspelled one stands for: the same except for case and separators, or a few letters
 * away. `undefined` when none is near, when two are equally near, and for words without letters or of more than 64
 * characters.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const plain = plainOf(word);
  if (plain === '') return undefined;
  const limit = Math.max(1, Math.floor(plain.length / 4));
  let best: string | undefined;
  let smallest = Infinity;
  for (const candidate of candidates) {
    const distance = distanceOf(plain, plainCandidate(candidate), limit);
    if (distance === smallest) best = undefined;
    if (distance >= smallest || distance > limit) continue;
    smallest = distance;
    best = candidate;
  }
  return best;
}

/** Returns whether two words are the same except for case and separators. */
export function isSameWord(left: string, right: string): boolean {
  return plainOf(left) === plainOf(right);
}

/** More names than the schema has come from an instance, and aren’t kept for long. */
const mostKept = 10_000;

/** The plain words of candidates: names and values of the schema, or of an instance, the same ones for each word. */
const plainCandidates = new Map<string, string>();

function plainCandidate(candidate: string): string {
  const known = plainCandidates.get(candidate);
  if (known !== undefined) return known;
  const plain = plainOf(candidate);
  if (plainCandidates.size >= mostKept) plainCandidates.clear();
  plainCandidates.set(candidate, plain);
  return plain;
}

function plainOf(word: string): string {
  return word.replace(/[^\p{L}\p{N}*]/gu, '').toLowerCase();
}

/** Letters to insert, remove, replace or swap with their neighbour; `Infinity` once it is above `limit`. */
function distanceOf(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return Infinity;
  let beforePrevious: number[] = [];
  let previous: number[] = [];
  for (let column = 0; column <= right.length; column++) previous.push(column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const distance = Math.min(
        (previous[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (previous[column - 1] ?? Infinity) + (same ? 0 : 1),
        swapped ? (beforePrevious[column - 2] ?? Infinity) + 1 : Infinity,
      );
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return Infinity;
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? Infinity;
}
