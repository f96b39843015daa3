import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { on, once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { openConnection, startLanguageServer } from '../support/languageServer.ts';

const module = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url));

let server: ChildProcessWithoutNullStreams | undefined;
afterEach(() => server?.kill('SIGKILL'));

function start(...options: string[]): ChildProcessWithoutNullStreams {
  server = spawn(process.execPath, [module, ...options]);
  return server;
}

async function initialize(params: object = { processId: null }): Promise<MessageConnection> {
  const { stdout, stdin } = start('--stdio');
  const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  connection.listen();
  await connection.sendRequest('initialize', { rootUri: null, capabilities: {}, ...params });
  return connection;
}

/** What a stream writes until it writes `end`, or closes: a message may come in several pieces. */
async function textUntil(stream: Readable, end: string): Promise<string> {
  let text = '';
  for await (const chunk of on(stream, 'data', { close: ['end', 'close'] })) {
    text += String(chunk);
    if (text.includes(end)) break;
  }
  return text;
}

async function exitCode(): Promise<unknown> {
  if (server === undefined) return undefined;
  if (server.exitCode === null) await once(server, 'exit');
  return server.exitCode;
}

test('a server that was shut down ends well', async () => {
  const connection = await initialize();
  expect(await connection.sendRequest('shutdown')).toBeNull();
  await connection.sendNotification('exit');
  expect(await exitCode()).toBe(0);
});

test('a server that gets exit without shutdown reports that something went wrong', async () => {
  const connection = await initialize();
  await connection.sendNotification('exit');
  expect(await exitCode()).toBe(1);
});

test('a server that was shut down ends well when its client closes the connection', async () => {
  const connection = await initialize();
  await connection.sendRequest('shutdown');
  server?.stdin.end();
  expect(await exitCode()).toBe(0);
});

test('a server ends when its client closes the connection', async () => {
  await initialize();
  server?.stdin.end();
  expect(await exitCode()).toBe(1);
});

test('a server ends when the process of its client is gone', async () => {
  const client = spawn(process.execPath, ['--eval', '']);
  await once(client, 'exit');
  await initialize({ processId: client.pid });
  expect(await exitCode()).toBe(1);
});

test('a server runs for a client without a process ID', async () => {
  const connection = await initialize({});
  expect(await connection.sendRequest('lfjob/check', { text: '{}' })).toEqual({ errors: 1, warnings: [] });
});

describe('a client with a broken stream', () => {
  const valid = 'Content-Length: 2\r\n\r\n{}';

  test.each([
    ['a length that is no number', 'Content-Length: x\r\n\r\n{}'],
    ['a length that is no number to its end', 'Content-Length: 2e3\r\n\r\n{}'],
    ['a negative length', 'Content-Length: -2\r\n\r\n{}'],
    ['a length that no message can have', 'Content-Length: 99999999999\r\n\r\n{}'],
    ['no length', 'Content-Type: application/json\r\n\r\n{}'],
    ['a line before the header', `Debugger attached.\r\n${valid}`],
    ['a word before the header', `garbage${valid}`],
    ['a length below that of the body', `Content-Length: 1\r\n\r\n{}${valid}`],
    ['a header that never ends', 'x'.repeat(10_000)],
  ])('gets a server that ends, and reports why, for %s', async (_, bytes) => {
    await initialize();
    const logged = server && textUntil(server.stderr, '\n');
    server?.stdin.write(bytes);
    expect(await exitCode()).toBe(1);
    expect(await logged).toMatch(/^The language server can't read its input and exits: .*\n$/);
  });

  test('gets ParseError for a body that isn’t JSON', async () => {
    await initialize();
    const answer = server && textUntil(server.stdout, '}');
    server?.stdin.write('Content-Length: 7\r\n\r\nnothing');
    expect(await answer).toMatch(/^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2.0","id":null,"error":\{"code":-32700,/);
  });
});

test('a server that gets no transport reports which ones there are', async () => {
  const { stderr } = start();
  expect(await textUntil(stderr, '\n')).toBe('Start the language server with --stdio or --node-ipc.\n');
  expect(await exitCode()).toBe(1);
});

test.each([
  ['no JSON', 'nothing'],
  ['no message', '{"jsonrpc":"2.0"}'],
  ['an unknown request', '{"jsonrpc":"2.0","id":"x","method":"unknown"}'],
  ['a request without parameters', '{"jsonrpc":"2.0","id":"x","method":"textDocument/hover"}'],
  ['a notification without parameters', '{"jsonrpc":"2.0","method":"textDocument/didChange"}'],
  ['an answer to nothing', '{"jsonrpc":"2.0","id":7,"result":null}'],
  ['a request without an ID', '{"jsonrpc":"2.0","id":null,"method":"shutdown"}'],
  ['a cancellation without parameters', '{"jsonrpc":"2.0","method":"$/cancelRequest"}'],
  [
    'a document without text',
    '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"a"}}}',
  ],
])('a server that is sent %s answers what follows', async (_, body) => {
  const connection = await initialize();
  server?.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  expect(await connection.sendRequest('lfjob/check', { text: '{}' })).toEqual({ errors: 1, warnings: [] });
});

test('a server that is sent a cancellation without parameters over IPC answers what follows', async () => {
  const languageServer = await startLanguageServer('node-ipc');
  await languageServer.notify('$/cancelRequest', undefined);
  expect(await languageServer.request('lfjob/check', { text: '{}' })).toEqual({ errors: 1, warnings: [] });
  await languageServer.stop();
});

describe('the life cycle', () => {
  const initializeParams = { processId: null, rootUri: null, capabilities: {} };
  const textDocument = { uri: 'test:/job.lfjob.json', languageId: 'lfjob', version: 1, text: '{}' };

  function connect(): MessageConnection {
    const { connection } = openConnection('in-process');
    connection.listen();
    return connection;
  }

  test.each(['textDocument/hover', 'lfjob/check', 'shutdown', 'unknown'])(
    'refuses %s before initialize, and is initialized all the same',
    async (method) => {
      const connection = connect();
      await expect(connection.sendRequest(method, {})).rejects.toMatchObject({ code: -32002 });
      expect(await connection.sendRequest('initialize', initializeParams)).toMatchObject({ capabilities: {} });
    },
  );

  test.each(['textDocument/hover', 'initialize', 'shutdown', 'unknown'])(
    'refuses %s after shutdown',
    async (method) => {
      const connection = connect();
      await connection.sendRequest('initialize', initializeParams);
      expect(await connection.sendRequest('shutdown')).toBeNull();
      await expect(connection.sendRequest(method, initializeParams)).rejects.toMatchObject({ code: -32600 });
    },
  );

  test('refuses a second initialize', async () => {
    const connection = connect();
    await connection.sendRequest('initialize', initializeParams);
    await expect(connection.sendRequest('initialize', initializeParams)).rejects.toMatchObject({ code: -32600 });
  });

  test('ignores documents that are opened before initialize', async () => {
    const connection = connect();
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    await connection.sendRequest('initialize', initializeParams);
    expect(await connection.sendRequest('textDocument/diagnostic', { textDocument })).toMatchObject({ items: [] });
  });

  test.each([
    ['textDocument/hover', undefined, -32602],
    ['textDocument/hover', { textDocument }, -32602],
    ['textDocument/hover', [{ textDocument, position: { line: 0, character: 0 } }, 7], -32602],
    ['textDocument/codeAction', { textDocument, range: {} }, -32602],
    ['textDocument/formatting', { textDocument }, -32602],
    ['textDocument/formatting', { textDocument, options: { tabSize: -1, insertSpaces: true } }, -32602],
    ['textDocument/formatting', { textDocument, options: { tabSize: null, insertSpaces: true } }, -32602],
    ['textDocument/formatting', { textDocument, options: { tabSize: '1e9', insertSpaces: true } }, -32602],
    ['textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: 'yes' } }, -32602],
    ['lfjob/check', { text: 7 }, -32602],
    ['unknown', {}, -32601],
  ])('refuses %s with %j', async (method, params, code) => {
    const connection = connect();
    await connection.sendRequest('initialize', initializeParams);
    await expect(connection.sendRequest(method, params)).rejects.toMatchObject({ code });
  });
});
