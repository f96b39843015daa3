/** The same texts on every machine, so that a failure there is one here. */
const seed = Number(process.env.FAST_CHECK_SEED ?? 20261124);

/** How a property is run; FAST_CHECK_SEED and FAST_CHECK_RUNS ask for other texts, and for more of them. */
export function runs(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed, numRuns: Number(process.env.FAST_CHECK_RUNS ?? numRuns) };
}
