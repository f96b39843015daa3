import { setImmediate } from 'node:timers/promises';
import { createConnection, type Connection } from 'vscode-languageserver/node';
import { localesFrom } from '../../../language/src/locale.ts';
import { connectionFeatures, connectionOptions } from '../requests/connectionOptions.ts';
import { logFailure } from '../requests/failures.ts';
import { startServer } from '../server.ts';
import { streamTransport } from './streamTransport.ts';
import { unsupportedNode } from './unsupportedNode.ts';

const transports = ['--stdio', '--node-ipc'];
const refusal =
  unsupportedNode(process.version) ??
  (transports.some((transport) => process.argv.includes(transport))
    ? undefined
    : 'Start the language server with --stdio or --node-ipc.');

if (refusal === undefined) {
  const connection = process.argv.includes('--stdio')
    ? stdioConnection()
    : createConnection(connectionFeatures, connectionOptions);
  // A message that the library can't handle must not end the server.
  process.on('uncaughtException', (error) => logFailure(connection, 'uncaughtException', error));
  const server = startServer(connection, async () => setImmediate(), localesFrom(process.argv, process.env));
  if (process.argv.includes('--stdio')) {
    for (const end of ['end', 'close']) process.stdin.once(end, () => process.exit(server.isShutDown() ? 0 : 1));
  }
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 1;
}

function stdioConnection(): Connection {
  const { reader, writer } = streamTransport(process.stdin, process.stdout, (reason) => {
    // The client starts a new server, which it can reach.
    process.stderr.write(`The language server can't read its input and exits: ${reason}\n`, () => process.exit(1));
  });
  return createConnection(connectionFeatures, reader, writer, connectionOptions);
}
