import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { isObject } from '../../language/src/documents/value.ts';
import { instanceId, jobWithProperties } from '../support/jobs.ts';
import { startLanguageServer, type Answers, type LanguageServer } from '../support/languageServer.ts';

const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
const connection = { name: 'dev', instanceId };
const request = 'lfjob/instanceValues';

let server: LanguageServer;
afterEach(async () => server.stop());

async function start(answers: Answers, instanceValues = true): Promise<{ readonly uri: string }> {
  server = await startLanguageServer('in-process', pulling, answers, { instanceValues });
  await server.notify('lfjob/didChangeConnection', { connection });
  const text = jobWithProperties('metadata_discovery_parameter', '"target_catalog": "lke"');
  const document = { uri: 'test:/a.lfjob.json', languageId: 'lfjob', version: 1, text };
  await server.notify('textDocument/didOpen', { textDocument: document });
  return { uri: document.uri };
}

/** The suggestions for `target_catalog`. */
async function completed(textDocument: { readonly uri: string }): Promise<{ labels: string; isIncomplete: unknown }> {
  const list = await server.request('textDocument/completion', { textDocument, position: { line: 6, character: 25 } });
  return { labels: JSON.stringify(list), isIncomplete: isObject(list) ? list.isIncomplete : undefined };
}

async function diagnosed(textDocument: { readonly uri: string }): Promise<string> {
  return JSON.stringify(await server.request('textDocument/diagnostic', { textDocument }));
}

const lake = { values: [{ name: 'lake' }], isComplete: true, isPending: false, freshFor: 60_000 };

describe('a client that answers', () => {
  test('has its values suggested, and names that aren’t among them are reported', async () => {
    const document = await start({ [request]: () => lake });
    const refreshed = server.nextRequest('workspace/diagnostic/refresh');
    await diagnosed(document);
    await refreshed;
    expect(await diagnosed(document)).toContain('Catalog \\"lke\\" isn’t in this instance. Did you mean \\"lake\\"?');
    const { labels, isIncomplete } = await completed(document);
    expect(labels).toContain('"label":"lake"');
    expect(isIncomplete).toBe(false);
  });

  test('drops them with a notification', async () => {
    let result: object = lake;
    const document = await start({ [request]: () => result });
    const known = server.nextRequest('workspace/diagnostic/refresh');
    await diagnosed(document);
    await known;
    result = { values: [], isComplete: false, isPending: false, freshFor: 60_000 };
    await server.notify('lfjob/didChangeInstanceValues', undefined);
    await expect.poll(async () => diagnosed(document)).not.toContain('unknown-catalog');
  });
});

describe('a client that never answers', () => {
  test('delays nothing: the list is there at once, and not complete', async () => {
    const document = await start({ [request]: async () => new Promise(() => undefined) });
    const { labels, isIncomplete } = await completed(document);
    expect(labels).toContain('"label":"your_catalog"');
    expect(isIncomplete).toBe(true);
    expect(await diagnosed(document)).not.toContain('unknown-catalog');
  });
});

test('a client that doesn’t declare it gets no request', async () => {
  let requests = 0;
  const document = await start({ [request]: () => (requests += 1) }, false);
  expect((await completed(document)).isIncomplete).toBe(false);
  await diagnosed(document);
  expect(requests).toBe(0);
});
