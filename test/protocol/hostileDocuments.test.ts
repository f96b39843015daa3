import fc from 'fast-check';
import { afterAll, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { ServerProcess } from '../bench/serverProcess.ts';
import { largestHeap } from '../fuzz/limits.ts';
import { arbitraryDocument, startSession, tryDocument } from '../fuzz/tryDocument.ts';
import { runs } from '../support/fastCheck.ts';

const script = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url));
const server = new ServerProcess(script, ['--stdio'], [`--max-old-space-size=${largestHeap}`]);
afterAll(async () => server.stop());

/** How long answers take is measured by `npm run fuzz`: here, a minute for each is enough on any machine. */
test('a server of limited memory answers whatever a document and its edits are', { timeout: 600_000 }, async () => {
  await startSession(server);
  await fc.assert(
    fc.asyncProperty(arbitraryDocument(20_000), async (document) =>
      tryDocument(server, document, async (method, params) => {
        await server.request(method, params);
      }),
    ),
    { ...runs(60), endOnFailure: true },
  );
});
