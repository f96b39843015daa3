import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { ServerProcess } from '../bench/serverProcess.ts';
import { arbitraryEdits, contentChange, type ArbitraryEdit } from '../support/arbitraryEdits.ts';
import { documentOf } from '../support/cursor.ts';
import { documentEdits } from '../../server/src/state/documentEdits.ts';
import { arbitraryRecipe, textOf, type Recipe } from './hostileText.ts';
import { fuzzSeconds, fuzzSeed, largestHeap, longestAnswer, mostMemory } from './limits.ts';

const uri = 'test:/job.lfjob.json';
const script = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url));
const options = { tabSize: 2, insertSpaces: true };

const server = new ServerProcess(script, ['--stdio'], [`--max-old-space-size=${largestHeap}`]);
afterAll(async () => server.stop());

/** How often each request was answered, and the most processor time that it took for a size. */
const slowest = new Map<string, number>();
let documents = 0;

test(
  `the server answers whatever a document and its edits are: ${fuzzSeconds} seconds, FUZZ_SEED=${fuzzSeed}`,
  { timeout: (fuzzSeconds + 300) * 1000 },
  async () => {
    const capabilities = { textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: {} } } };
    await server.request('initialize', { processId: null, rootUri: null, capabilities });
    server.notify('initialized', {});
    // The first documents are read before V8 has compiled what reads them.
    await server.request('lakeformation/check', { text: '{}' }).catch(() => undefined);
    await fc.assert(
      fc.asyncProperty(arbitraryRecipe(), fc.nat(), fc.nat(), arbitraryEdits(), async (recipe, from, to, edits) =>
        answersAll(recipe, from, to, edits),
      ),
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

/** Opens a document, asks everything about it, edits it and asks again. */
async function answersAll(
  recipe: Recipe,
  from: number,
  to: number,
  edits: readonly (readonly ArbitraryEdit[])[],
): Promise<void> {
  const document = documentOf(textOf(recipe));
  documents++;
  server.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'lfjob', version: 1, text: document.getText() },
  });
  const place = (offset: number): unknown => document.positionAt(offset % (document.getText().length + 1));
  const askAll = async (): Promise<void> => {
    const size = document.getText().length;
    const [position, other] = [place(from), place(to)];
    const all = { start: place(0), end: place(size) };
    const context = { diagnostics: [] };
    const textDocument = { uri };
    const requests: readonly (readonly [string, object])[] = [
      ['diagnostic', {}],
      ['completion', { position }],
      ['hover', { position }],
      ['documentSymbol', {}],
      ['codeAction', { range: { start: position, end: position }, context }],
      ['codeAction', { range: all, context }],
      ['codeAction', { range: all, context: { ...context, only: ['source.fixAll', 'source.sort'] } }],
      ['formatting', { options }],
      ['rangeFormatting', { range: { start: position, end: other }, options }],
      ['inlayHint', { range: all }],
      ['documentLink', {}],
      ['selectionRange', { positions: [position, other] }],
      ['foldingRange', {}],
    ];
    for (const [method, params] of requests) await ask(`textDocument/${method}`, { textDocument, ...params }, size);
  };
  await askAll();
  for (const [index, changes] of edits.entries()) {
    const contentChanges = changes.map((edit) => {
      const change = contentChange(document, edit);
      documentEdits.update(document, [change], index + 2);
      return change;
    });
    server.notify('textDocument/didChange', { textDocument: { uri, version: index + 2 }, contentChanges });
  }
  await askAll();
  server.notify('textDocument/didClose', { textDocument: { uri } });
  expect(await server.peakMemory(), 'the memory of the server, in MB').toBeLessThan(mostMemory);
}

async function ask(method: string, params: object, size: number): Promise<void> {
  const before = await server.processorTime();
  await server.request(method, params);
  const time = (await server.processorTime()) - before;
  const key = `${method} (${longestAnswer(size) === 1000 ? '100 KB' : '1 MB'})`;
  slowest.set(key, Math.max(slowest.get(key) ?? 0, time));
  expect(time, `milliseconds for ${method}`).toBeLessThan(longestAnswer(size));
}
