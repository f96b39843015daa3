/** How long a fuzz test runs, in seconds. */
export const fuzzSeconds = Number(process.env.FUZZ_SECONDS ?? 60);

/** What the random inputs are made from. Each run has its own, which is printed. */
export const fuzzSeed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

/** The largest documents, in characters. */
export const largestText = Number(process.env.FUZZ_SIZE ?? 100_000);

/** The size of a document, in characters, up to which an answer may take so many milliseconds of processor time. */
export const largestFast = 100_000;

/** Returns the processor time that an answer about a document may take, in milliseconds. */
export function longestAnswer(size: number): number {
  return size <= largestFast ? 1000 : 5000;
}

/** The memory that a server may have, in MB. */
export const mostMemory = 400;

/**
 * The heap that a server gets, in MB: with it, what else Node needs is within {@link mostMemory}. Without a limit, V8
 * keeps garbage as long as there is memory, which shows nothing about a server. One that needs more ends.
 */
export const largestHeap = 224;

/** The half of V8's young generation that is in use, in MB: it counts beside the heap, and grows with what is allocated. */
export const largestSemiSpace = 16;
