/**
 * The offsets of a text where the result of a feature can differ. Left out are those within a word or a run of spaces,
 * but for the first and the last: the cursor is in the same word there. A long run (FAST_CHECK_RUNS) takes them all.
 */
export function offsetsOf(text: string): number[] {
  const all = Array.from({ length: text.length + 1 }, (_, offset) => offset);
  if (process.env.FAST_CHECK_RUNS !== undefined) return all;
  return all.filter((offset) => !/^(?:[\p{L}\p{N}_]{3}| {3})$/u.test(text.slice(offset - 2, offset + 1)));
}
