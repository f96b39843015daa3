import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  HoverRequest,
  InitializedNotification,
  LogMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
  type Connection,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { connectionFeatures, connectionOptions } from '../../../../server/src/requests/connectionOptions.ts';
import { RequestHandlers } from '../../../../server/src/requests/handlers.ts';
import * as has from '../../../../server/src/requests/params.ts';
import { RequestQueue } from '../../../../server/src/requests/queue.ts';
import { ParsedDocuments } from '../../../../server/src/state/parsedDocuments.ts';

const uri = 'test:/job.lfjob.json';
const params = { textDocument: { uri }, position: { line: 0, character: 0 } };

let toServer: PassThrough;
let server: Connection;
let client: ProtocolConnection;
let handlers: RequestHandlers;
let log: string[];

beforeEach(() => {
  const toClient = new PassThrough();
  toServer = new PassThrough();
  server = createConnection(
    connectionFeatures,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    connectionOptions,
  );
  client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const documents = new TextDocuments(TextDocument);
  documents.listen(server);
  handlers = new RequestHandlers(
    server,
    documents,
    new ParsedDocuments(),
    new RequestQueue(async () => setImmediate()),
  );
  log = [];
  client.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  server.listen();
  client.listen();
});

afterEach(() => client.dispose());

/** Fails as `JSON.parse` does, with a message that quotes what it was given. */
function fail(): never {
  JSON.parse('s3cret');
  throw new Error('s3cret is JSON');
}

async function open(): Promise<void> {
  const textDocument = { uri, languageId: 'lfjob', version: 1, text: '{}' };
  await client.sendNotification('textDocument/didOpen', { textDocument });
}

describe('a request', () => {
  test('is answered with its fallback when its handler fails, and the log has the place without quoting anything', async () => {
    handlers.onDocument(HoverRequest.type, has.position, fail, null);
    await open();
    expect(await client.sendRequest(HoverRequest.type, params)).toBeNull();
    await expect.poll(() => log).toHaveLength(1);
    expect(log[0]).toMatch(/^textDocument\/hover: SyntaxError\n {4}at /);
    expect(log[0]).not.toContain('s3cret');
  });

  test('is answered with an error when its handler fails and no answer would be true', async () => {
    handlers.on(HoverRequest.type, has.position, fail);
    await expect(client.sendRequest(HoverRequest.type, params)).rejects.toMatchObject({ code: -32603 });
  });

  test.each([
    [null],
    [[]],
    [{}],
    [{ ...params, position: { line: 'a', character: 0 } }],
    [{ textDocument: { uri: 7 } }],
  ])('with invalid parameters is an error: %j', async (invalid) => {
    handlers.onDocument(HoverRequest.type, has.position, fail, null);
    await expect(client.sendRequest(HoverRequest.method, invalid)).rejects.toMatchObject({ code: -32602 });
  });
});

test('a listener that fails is logged without quoting anything', async () => {
  server.onInitialized(handlers.listener('initialized', fail));
  await client.sendNotification(InitializedNotification.type, {});
  await expect.poll(() => log).toHaveLength(1);
  expect(log[0]).toMatch(/^initialized: SyntaxError\n {4}at /);
  expect(log[0]).not.toContain('s3cret');
});

test('a message that is neither a request nor a response is named in the log, without its text', async () => {
  const content = JSON.stringify({ jsonrpc: '2.0', text: 's3cret' });
  toServer.write(`Content-Length: ${content.length}\r\n\r\n${content}`);
  await expect.poll(() => log).toHaveLength(1);
  expect(log[0]).not.toContain('s3cret');
});
