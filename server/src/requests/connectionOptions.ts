import type { ConnectionOptions, Features, RemoteConsole } from 'vscode-languageserver';
import { LSPErrorCodes } from '../lsp.ts';

/** Answers a request that is canceled before its handler was called with `RequestCancelled`, and never calls the handler. */
export const connectionOptions: ConnectionOptions = {
  connectionStrategy: {
    cancelUndispatched: (message) => ({
      jsonrpc: message.jsonrpc,
      id: null,
      error: { code: LSPErrorCodes.RequestCancelled, message: 'The request was canceled.' },
    }),
  },
};

/**
 * Keeps the text of documents out of the client's log: of what the library logs about a message that it can't read, only the
 * first line, which names the problem. The message itself follows in the lines after it.
 */
export const connectionFeatures: Features<object> = {
  __brand: 'features',
  console: (RemoteConsoleBase) =>
    class extends RemoteConsoleBase implements RemoteConsole {
      override error(message: string): void {
        super.error(message.split('\n', 1)[0] ?? '');
      }
    },
};
