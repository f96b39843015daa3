import type { Logger, MessageConnection } from 'vscode-jsonrpc';

/** Where the server runs: a process, or a worker of a browser. */
export interface Host {
  /** Opens the way to the client; what goes wrong on it is told the logger. */
  connect(logger: Logger): MessageConnection;
  /** Ends the server when this process is gone, which started it. */
  watch(processId: number): void;
  /** Ends the server. */
  end(exitCode: number): void;
}
