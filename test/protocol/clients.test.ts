import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, MarkupKind } from 'vscode-languageserver-protocol';
import { startLanguageServer, type LanguageServer } from '../support/languageServer.ts';

const uri = 'test:/job.lfjob.json';
const textDocument = { uri };
const broken = '{ "type": "X",  }';
const repeated = '{"name":"a_job","name":"b_job"}';

let server: LanguageServer;
let published: unknown[];
afterEach(async () => server.stop());

async function start(text: string, capabilities: ClientCapabilities = {}): Promise<void> {
  server = await startLanguageServer('in-process', capabilities);
  published = [];
  server.onNotification('textDocument/publishDiagnostics', (params) => published.push(params));
  await server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'lfjob', version: 1, text } });
}

async function pull(): Promise<string> {
  return JSON.stringify(await server.request('textDocument/diagnostic', { textDocument }));
}

describe('a client without pull diagnostics', () => {
  test('gets diagnostics published, without a version', async () => {
    await start(broken);
    await expect.poll(() => published).toHaveLength(1);
    expect(published[0]).toMatchObject({ uri, diagnostics: [{}, {}, { code: 'surplus-comma' }] });
    expect(published[0]).not.toHaveProperty('version');
  });

  test('gets the version with them if it takes versions', async () => {
    await start(broken, { textDocument: { publishDiagnostics: { versionSupport: true } } });
    await expect.poll(() => published).toMatchObject([{ version: 1 }]);
  });

  test('gets none for a document that it closes', async () => {
    await start(broken);
    await expect.poll(() => published).toHaveLength(1);
    await server.notify('textDocument/didClose', { textDocument });
    await expect.poll(() => published.at(-1)).toEqual({ uri, diagnostics: [] });
  });

  test('gets those of the last of several edits', async () => {
    await start(broken);
    for (const version of [2, 3, 4]) {
      const contentChanges = [{ text: version === 4 ? '[]' : broken }];
      await server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    }
    await expect.poll(() => JSON.stringify(published.at(-1))).toContain('wrong-type');
  });
});

describe('a client with pull diagnostics', () => {
  test('gets none published', async () => {
    await start(broken, { textDocument: { diagnostic: {} } });
    expect(await pull()).toContain('surplus-comma');
    await server.notify('textDocument/didClose', { textDocument });
    expect(await pull()).not.toContain('surplus-comma');
    expect(published).toEqual([]);
  });
});

describe('the parts of a diagnostic', () => {
  test('are left out for a client that declares none of them', async () => {
    await start(repeated);
    expect(await pull()).toContain('"code"');
    expect(await pull()).not.toMatch(/relatedInformation|codeDescription|tags/);
  });

  test.each(['diagnostic', 'publishDiagnostics'])(
    'are sent to a client that declares them in %s',
    async (capability) => {
      const support = { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } };
      await start(repeated, { textDocument: { [capability]: support } });
      expect(await pull()).toMatch(/"codeDescription".*"tags":\[1\].*"relatedInformation"/);
    },
  );
});

describe('a client without Markdown, or with a preference for plain text', () => {
  const position = { line: 0, character: 4 };

  test('gets plain text', async () => {
    await start(broken);
    const hover = await server.request('textDocument/hover', { textDocument, position });
    expect(hover).toMatchObject({ contents: { kind: 'plaintext' } });
    expect(JSON.stringify(hover)).not.toMatch(/\*\*|`|\]\(/);
    expect(await server.request('completionItem/resolve', { label: 'x', data: { path: ['type'] } })).toMatchObject({
      documentation: { kind: 'plaintext' },
    });
  });

  test('gets plain text if it lists that first', async () => {
    const formats: MarkupKind[] = ['plaintext', 'markdown'];
    await start(broken, {
      textDocument: {
        hover: { contentFormat: formats },
        completion: { completionItem: { documentationFormat: formats } },
      },
    });
    expect(await server.request('textDocument/hover', { textDocument, position })).toMatchObject({
      contents: { kind: 'plaintext' },
    });
    expect(await server.request('completionItem/resolve', { label: 'x', data: { path: ['type'] } })).toMatchObject({
      documentation: { kind: 'plaintext' },
    });
  });

  test('gets suggestions without snippets and insert modes', async () => {
    await start(broken);
    const list = await server.request('textDocument/completion', {
      textDocument,
      position: { line: 0, character: 15 },
    });
    expect(list).toMatchObject({ items: [{ label: 'name' }, { label: 'description' }, { label: 'parameter' }] });
    expect(JSON.stringify(list)).not.toMatch(/\$\{|insertTextMode|"insertTextFormat":2/);
  });

  test('is distinguished from one with Markdown', async () => {
    await start(broken, { textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } } });
    expect(await server.request('textDocument/hover', { textDocument, position })).toMatchObject({
      contents: { kind: 'markdown' },
    });
  });
});

test('a client with document links gets no second link in a hover', async () => {
  await start('{"type":"METADATA_DISCOVERY"}', {
    textDocument: { hover: { contentFormat: ['markdown'] }, documentLink: {} },
  });
  const hover = await server.request('textDocument/hover', { textDocument, position: { line: 0, character: 12 } });
  expect(JSON.stringify(hover)).toMatch(/METADATA_DISCOVERY/);
  expect(JSON.stringify(hover)).not.toMatch(/\]\(/);
});

test('a client without hierarchical symbols gets a list', async () => {
  await start('{"type":"X","parameter":{"a":1}}');
  expect(await server.request('textDocument/documentSymbol', { textDocument })).toMatchObject([
    { name: 'type', location: { uri } },
    { name: 'parameter', location: { uri } },
    { name: 'a', location: { uri }, containerName: 'parameter' },
  ]);
});

test('a client without code action literals gets no code actions', async () => {
  await start(broken);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 17 } };
  expect(server.initialized.capabilities.codeActionProvider).toBe(true);
  expect(
    await server.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
  ).toEqual([]);
});
