import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { ServerProcess } from '../bench/serverProcess.ts';
import {
  fuzzSeconds,
  fuzzSeed,
  largestHeap,
  largestSemiSpace,
  largestText,
  longestAnswer,
  mostMemory,
} from './limits.ts';
import { arbitraryDocument, startSession, tryDocument } from './tryDocument.ts';

const script = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url));

const memoryOptions = [`--max-old-space-size=${largestHeap}`, `--max-semi-space-size=${largestSemiSpace}`];
const server = new ServerProcess(script, ['--stdio'], memoryOptions);
afterAll(async () => server.stop());

/** The most processor time that each request took for a size. */
const slowest = new Map<string, number>();
let documents = 0;

test(
  `the server answers whatever a document and its edits are: ${fuzzSeconds} seconds, FUZZ_SEED=${fuzzSeed}`,
  { timeout: (fuzzSeconds + 300) * 1000 },
  async () => {
    await startSession(server);
    // The first documents are read before V8 has compiled what reads them.
    await server.request('lakeformation/check', { text: '{}' }).catch(() => undefined);
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(largestText), async (document) => {
        documents++;
        await tryDocument(server, document, ask);
        expect(await server.peakMemory(), 'the memory of the server, in MB').toBeLessThan(mostMemory);
      }),
      {
        seed: fuzzSeed,
        numRuns: 1_000_000,
        interruptAfterTimeLimit: fuzzSeconds * 1000,
        markInterruptAsFailure: false,
        // A smaller text takes less time, so that it shows nothing.
        endOnFailure: true,
      },
    );
    const memory = await server.peakMemory();
    const times = [...slowest].map(([method, time]) => `${method} ${time} ms`).join('\n');
    console.log(`${documents} documents, FUZZ_SEED=${fuzzSeed}, ${Math.round(memory)} MB\n${times}`);
  },
);

async function ask(method: string, params: object, size: number): Promise<void> {
  const before = await server.processorTime();
  await server.request(method, params);
  const time = (await server.processorTime()) - before;
  const key = `${method} (${longestAnswer(size) === 1000 ? '100 KB' : '1 MB'})`;
  slowest.set(key, Math.max(slowest.get(key) ?? 0, time));
  expect(time, `milliseconds for ${method}`).toBeLessThan(longestAnswer(size));
}
