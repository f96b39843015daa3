import { startServer } from '../server.ts';
import { processHost } from './processHost.ts';

const host = processHost(process.argv);
if (host) {
  startServer(host);
} else {
  process.stderr.write('Start the language server with --stdio or --node-ipc.\n');
  process.exitCode = 1;
}
