import { setImmediate } from 'node:timers/promises';
import { createConnection } from 'vscode-languageserver/node';
import { connectionFeatures, connectionOptions } from '../requests/connectionOptions.ts';
import { logFailure } from '../requests/failures.ts';
import { startServer } from '../server.ts';
import { unsupportedNode } from './unsupportedNode.ts';

const transports = ['--stdio', '--node-ipc'];
const refusal =
  unsupportedNode(process.version) ??
  (transports.some((transport) => process.argv.includes(transport))
    ? undefined
    : 'Start the language server with --stdio or --node-ipc.');

if (refusal === undefined) {
  const connection = createConnection(connectionFeatures, connectionOptions);
  // A message that the library can't handle must not end the server.
  process.on('uncaughtException', (error) => logFailure(connection, 'uncaughtException', error));
  startServer(connection, async () => setImmediate());
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 1;
}
