import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryAnswer } from './hostileAnswer.ts';
import { fuzzSeconds, fuzzSeed, largestText, longestAnswer } from './limits.ts';
import { readAnswer } from './readAnswer.ts';

/** The most processor time that a request took for a size. */
const slowest = new Map<string, number>();
let answers = 0;

test(
  `the client reads whatever a service answers: ${fuzzSeconds} seconds, FUZZ_SEED=${fuzzSeed}`,
  { timeout: (fuzzSeconds + 300) * 1000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAnswer(largestText), async (answer) => {
        answers++;
        const longest = longestAnswer(answer.body.size);
        await readAnswer(answer, (request, time) => {
          const key = `${request} (${longest === 1000 ? '100 KB' : '1 MB'})`;
          slowest.set(key, Math.max(slowest.get(key) ?? 0, time));
          expect(time, `milliseconds for ${request}`).toBeLessThan(longest);
        });
      }),
      {
        seed: fuzzSeed,
        numRuns: 1_000_000,
        interruptAfterTimeLimit: fuzzSeconds * 1000,
        markInterruptAsFailure: false,
        endOnFailure: true,
      },
    );
    const times = [...slowest].map(([request, time]) => `${request} ${time} ms`).join('\n');
    console.log(`${answers} answers, FUZZ_SEED=${fuzzSeed}\n${times}`);
  },
);
