import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';

const module = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url));

let server: ChildProcessWithoutNullStreams | undefined;
afterEach(() => server?.kill('SIGKILL'));

function start(...options: string[]): ChildProcessWithoutNullStreams {
  server = spawn(process.execPath, [module, ...options]);
  return server;
}

async function initialize(processId: number | null = null): Promise<MessageConnection> {
  const { stdout, stdin } = start('--stdio');
  const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  connection.listen();
  await connection.sendRequest('initialize', { processId, rootUri: null, capabilities: {} });
  return connection;
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

test('a server that is told to exit without a shutdown says that something went wrong', async () => {
  const connection = await initialize();
  await connection.sendNotification('exit');
  expect(await exitCode()).toBe(1);
});

test('a server ends when its client closes the connection', async () => {
  await initialize();
  server?.stdin.end();
  expect(await exitCode()).toBe(1);
});

test('a server ends when the process of its client is gone', async () => {
  const client = spawn(process.execPath, ['--eval', '']);
  await once(client, 'exit');
  await initialize(client.pid);
  expect(await exitCode()).toBe(1);
});

test('a server that is not told how it is reached says how', async () => {
  const { stderr } = start();
  const received: unknown[] = await once(stderr, 'data');
  expect(String(received[0])).toBe('Start the language server with --stdio or --node-ipc.\n');
  expect(await exitCode()).toBe(1);
});

test.each([
  ['no JSON', 'nothing'],
  ['no message', '{"jsonrpc":"2.0"}'],
  ['an unknown request', '{"jsonrpc":"2.0","id":"x","method":"unknown"}'],
  ['a request without parameters', '{"jsonrpc":"2.0","id":"x","method":"textDocument/hover"}'],
  ['a notification without parameters', '{"jsonrpc":"2.0","method":"textDocument/didChange"}'],
  ['an answer to nothing', '{"jsonrpc":"2.0","id":7,"result":null}'],
])('a server that is sent %s answers what follows', async (_, body) => {
  const connection = await initialize();
  server?.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  expect(await connection.sendRequest('lfjob/check', { text: '{}' })).toEqual({ errors: 1 });
});
