import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLanguageServer, transports, type LanguageServer } from '../support/languageServer.ts';

const uri = 'test:/job.lfjob.json';
const textDocument = { uri };

describe.each(transports)('the server over %s', (transport) => {
  let server: LanguageServer;

  beforeAll(async () => {
    server = await startLanguageServer(transport, {
      textDocument: {
        diagnostic: {},
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
    });
  });

  afterAll(async () => {
    await server.stop();
  });

  async function open(text: string): Promise<void> {
    await server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'lfjob', version: 1, text } });
  }

  async function close(): Promise<void> {
    await server.notify('textDocument/didClose', { textDocument });
  }

  test('offers what it can do', () => {
    expect(server.initialized.capabilities).toMatchObject({
      completionProvider: { resolveProvider: true },
      hoverProvider: true,
      documentSymbolProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      diagnosticProvider: { identifier: 'lfjob' },
      documentLinkProvider: {},
      selectionRangeProvider: true,
      foldingRangeProvider: true,
      experimental: { apiEdition: '2024' },
    });
  });

  test('answers every request for an open document, and follows its edits', async () => {
    await open('{"type":""}');
    const position = { line: 0, character: 9 };
    expect(await server.request('textDocument/completion', { textDocument, position })).toMatchObject({
      isIncomplete: false,
      items: [{ label: 'METADATA_MIGRATION' }, { label: 'PERMISSION_MIGRATION' }, { label: 'METADATA_DISCOVERY' }],
    });
    expect(await server.request('completionItem/resolve', { label: 'x', data: { path: ['type'] } })).toMatchObject({
      documentation: { kind: 'markdown' },
    });
    expect(
      await server.request('textDocument/hover', { textDocument, position: { line: 0, character: 3 } }),
    ).toMatchObject({
      range: { start: { line: 0, character: 1 }, end: { line: 0, character: 7 } },
    });
    expect(await server.request('textDocument/documentSymbol', { textDocument })).toMatchObject([{ name: 'type' }]);
    const options = { tabSize: 2, insertSpaces: true };
    expect(await server.request('textDocument/formatting', { textDocument, options })).toHaveLength(3);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    expect(await server.request('textDocument/rangeFormatting', { textDocument, range, options })).toHaveLength(1);
    await server.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: position, end: position }, text: 'X' }],
    });
    expect(await server.request('textDocument/diagnostic', { textDocument })).toMatchObject({
      kind: 'full',
      items: [{ code: 'missing-property' }, { code: 'unknown-value', source: 'lfjob', severity: 1 }],
    });
    await close();
  });

  test.each([
    ['textDocument/completion', { position: { line: 0, character: 0 } }, null],
    ['textDocument/hover', { position: { line: 0, character: 0 } }, null],
    ['textDocument/documentSymbol', {}, []],
    ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }, []],
    ['textDocument/prepareRename', { position: { line: 0, character: 0 } }, null],
    ['textDocument/rename', { position: { line: 0, character: 0 }, newName: 'NEW' }, null],
    ['textDocument/documentLink', {}, []],
    ['textDocument/selectionRange', { positions: [{ line: 0, character: 0 }] }, []],
    ['textDocument/foldingRange', {}, []],
    ['lfjob/jsonPath', { position: { line: 0, character: 0 } }, { path: null }],
    ['textDocument/diagnostic', {}, { kind: 'full', items: [] }],
  ])('answers %s for an unknown document', async (method, params, answer) => {
    expect(await server.request(method, { textDocument: { uri: 'test:/unknown' }, ...params })).toEqual(answer);
  });

  test('renames the name in a reference, and reports why it renames nothing else', async () => {
    await open('{"password":"${secret:OLD}"}');
    const position = { line: 0, character: 22 };
    const at = (character: number): object => ({ textDocument, position: { line: 0, character } });
    expect(await server.request('textDocument/prepareRename', { textDocument, position })).toMatchObject({
      placeholder: 'OLD',
    });
    expect(await server.request('textDocument/rename', { textDocument, position, newName: 'NEW' })).toMatchObject({
      changes: { [uri]: [{ newText: 'NEW' }] },
    });
    await expect(server.request('textDocument/prepareRename', at(4))).rejects.toThrow('Only names in references');
    await expect(server.request('textDocument/rename', { ...at(22), newName: 'a b' })).rejects.toThrow(
      '"a b" can’t be a name',
    );
    await close();
  });

  test.each([
    ['an empty text', '', 'empty-document'],
    ['no JSON', 'nothing', 'unquoted-text'],
    ['an array', '[]', 'wrong-type'],
    ['5,000 brackets', '['.repeat(5000), 'too-deep'],
    ['5,000 braces', '{"a":'.repeat(5000), 'too-deep'],
    ['half a character', '{"name":"\ud83d"}', transport === 'stdio' ? 'missing-property' : 'unpaired-surrogate'],
    ['control characters', '\u0000\u0001{', 'invalid-json'],
    ['more than 12 MB', `"${'x'.repeat(12 * 1024 * 1024)}"`, 'too-large'],
  ])('answers everything for %s', async (_, text, code) => {
    await open(text);
    const position = { line: 0, character: Math.min(text.length, 4) };
    const report = await server.request('textDocument/diagnostic', { textDocument });
    expect(JSON.stringify(report)).toContain(`"code":"${code}"`);
    await server.request('textDocument/completion', { textDocument, position });
    await server.request('textDocument/hover', { textDocument, position });
    await server.request('textDocument/documentSymbol', { textDocument });
    await close();
  });

  test('leads from a job to its pages, and to where a cursor is in it', async () => {
    await open(
      '{"type":"METADATA_MIGRATION","parameter":{"metadata_migration_parameter":{"locations":[{"key":"a"}]}}}',
    );
    const position = { line: 0, character: 96 };
    expect(await server.request('textDocument/documentLink', { textDocument })).toMatchObject([
      { range: { start: { character: 9 }, end: { character: 27 } }, tooltip: 'Creating a Job' },
      { range: { start: { character: 43 }, end: { character: 71 } }, tooltip: 'Migrating Metadata' },
    ]);
    expect(await server.request('lfjob/documentation', { textDocument })).toMatchObject({
      title: 'Migrating Metadata',
    });
    expect(await server.request('lfjob/jsonPath', { textDocument, position })).toEqual({
      path: '$.parameter.metadata_migration_parameter.locations[0].key',
    });
    expect(await server.request('textDocument/selectionRange', { textDocument, positions: [position] })).toMatchObject([
      { range: { start: { character: 95 }, end: { character: 96 } }, parent: { range: { start: { character: 94 } } } },
    ]);
    await close();
  });

  test('checks a text that isn’t open', async () => {
    expect(await server.request('lfjob/check', { text: '{}' })).toEqual({ errors: 1, warnings: [] });
    expect(
      await server.request('lfjob/check', { text: '{"name":"job_1","type":"METADATA_DISCOVERY","parameter":{}}' }),
    ).toEqual({
      errors: 0,
      warnings: [{ code: 'missing-block', message: '"METADATA_DISCOVERY" requires "metadata_discovery_parameter".' }],
    });
  });
});
