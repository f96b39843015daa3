import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { LogMessageParams } from 'vscode-languageserver-protocol';
import { expect, test } from 'vitest';
import { Connection } from '../../../../server/src/connection/connection.ts';
import { describeFailure } from '../../../../language/src/failures/describeFailure.ts';

/** A failure that quotes the document, as `JSON.parse` makes one. */
function quoting(text: string): Error {
  try {
    return new Error(String(JSON.parse(text)));
  } catch (error) {
    return error instanceof Error ? error : new Error('none');
  }
}

/** A server's connection, and the streams to it and from it. */
function streams(): { server: Connection; toServer: PassThrough; toClient: PassThrough } {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = new Connection({
    connect: (logger) =>
      createMessageConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), logger),
    watch: () => undefined,
    end: () => undefined,
  });
  return { server, toServer, toClient };
}

test('a failure is described by its kind and its places, without its message', () => {
  const error = quoting('s3cret\n    at s3cret');
  expect(error.message).toContain('s3cret');
  const description = describeFailure(error);
  expect(description).toMatch(/^SyntaxError\n {4}at .*quoting/s);
  expect(description).not.toContain('s3cret');
});

test.each([
  ['a stack that has the places alone', Object.assign(new TypeError('s3cret'), { stack: 's3cret@x:1' }), 'TypeError'],
  [
    'a stack with another message',
    Object.assign(new TypeError('s'), { stack: 'TypeError: s3cret\n    at x:1' }),
    'TypeError',
  ],
  ['no error at all', 's3cret', 'something that is no error was thrown'],
])('%s is safe', (_, error, description) => {
  expect(describeFailure(error)).toBe(description);
});

test('what a handler throws reaches the client without its message', async () => {
  const { server, toServer, toClient } = streams();
  const fail = (): never => {
    throw quoting('s3cret');
  };
  server.onRequest('completionItem/resolve', fail);
  server.onNotification('textDocument/didClose', fail);
  server.listen();
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const log: string[] = [];
  client.onNotification('window/logMessage', ({ message }: LogMessageParams) => void log.push(message));
  client.listen();
  await client.sendNotification('textDocument/didClose', {});
  await expect(client.sendRequest('completionItem/resolve', {})).rejects.toThrow(
    'Request completionItem/resolve failed with message: the log of the language server says where.',
  );
  expect(log.map((entry) => entry.split('\n', 1))).toEqual([
    ['textDocument/didClose: SyntaxError'],
    ['completionItem/resolve: SyntaxError'],
  ]);
  expect(log.join()).not.toContain('s3cret');
  client.dispose();
});

test('a message that is none is named in the log, and not printed there', async () => {
  const { server, toServer, toClient } = streams();
  server.listen();
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const logged = new Promise((resolve) => client.onNotification('window/logMessage', resolve));
  client.listen();
  const content = JSON.stringify({ jsonrpc: '2.0', text: 's3cret' });
  toServer.write(`Content-Length: ${content.length}\r\n\r\n${content}`);
  expect(await logged).toEqual({
    type: 1,
    message: 'Received message which is neither a response nor a notification message:',
  });
  client.dispose();
});
