import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { startServer } from '../server.ts';

startServer({
  connect: (logger) => createMessageConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), logger),
  // A worker has its page for a client, and ends with it.
  watch: () => undefined,
  end: () => self.close(),
});
