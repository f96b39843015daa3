import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { startLanguageServer, transports, type LanguageServer } from '../support/languageServer.ts';

const uri = 'test:/job.lfjob.json';
const textDocument = { uri };
const start = { line: 0, character: 0 };
const principals = Array.from({ length: 60_000 }, (_, index) => ({
  principal_type: 'USER',
  principal_source: 'IAM',
  principal_name: `a_user_of_the_warehouse_${index}`,
}));
const parameter = { metadata_discovery_parameter: { principals } };
const text = JSON.stringify({ name: 'a_job', type: 'METADATA_DISCOVERY', parameter }, null, 1);

let server: LanguageServer;
afterEach(async () => server.stop());

/** The client can be slow to write to another process, so that a request begins there before its cancellation is sent. */
const leastCanceled = { 'in-process': 20, stdio: 10, 'node-ipc': 10, worker: 10 };

describe.each(['in-process' as const, ...transports])('over %s, on a document of 8 MB', (transport) => {
  test('20 canceled requests cost less than half of what they would', async () => {
    server = await startLanguageServer(transport, { textDocument: { diagnostic: {} } });
    await server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'lfjob', version: 1, text } });
    let version = 1;
    const edit = async (): Promise<void> => {
      version++;
      const contentChanges = [{ range: { start, end: start }, text: ' ' }];
      return server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    };
    const timed = async (request: () => Promise<unknown>): Promise<number> => {
      await edit();
      const begun = performance.now();
      await request();
      return performance.now() - begun;
    };
    const diagnose = async (): Promise<unknown> => server.request('textDocument/diagnostic', { textDocument });

    await timed(diagnose);
    const alone = Math.max(await timed(diagnose), await timed(diagnose));
    const codes: unknown[] = [];
    const afterCanceled = await timed(async () => {
      const sources = Array.from({ length: 20 }, () => new CancellationTokenSource());
      for (const { token } of sources) {
        const canceled = server.request('textDocument/diagnostic', { textDocument }, token);
        canceled.catch((error: unknown) => codes.push(error instanceof Error && 'code' in error && error.code));
      }
      for (const source of sources) source.cancel();
      await diagnose();
    });
    expect(codes.length).toBeGreaterThanOrEqual(leastCanceled[transport]);
    expect(new Set(codes)).toEqual(new Set([-32800]));
    expect(afterCanceled / alone).toBeLessThan(10);
  });
});
