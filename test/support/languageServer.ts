import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  PortMessageReader,
  PortMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  CancellationToken,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import type { ClientCapabilities, InitializeResult } from 'vscode-languageserver-protocol';
import { connectionFeatures, connectionOptions } from '../../server/src/requests/connectionOptions.ts';
import { startServer } from '../../server/src/server.ts';

/** How a client reaches the built server. */
export type Transport = 'stdio' | 'node-ipc' | 'worker';

export const transports: readonly Transport[] = ['stdio', 'node-ipc', 'worker'];

/** A running server, initialized, with one line a message. */
export interface LanguageServer {
  readonly initialized: InitializeResult;
  request(method: string, params: unknown, token?: CancellationToken): Promise<unknown>;
  notify(method: string, params: unknown): Promise<void>;
  onNotification(method: string, handler: (params: unknown) => void): void;
  /** Waits for the server's next request of this method, which is answered from `answers`, else by null. */
  nextRequest(method: string): Promise<void>;
  /** Ends the server by `shutdown` and `exit`. */
  stop(): Promise<void>;
}

const nodeServer = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url));
const workerHost = new URL('./workerHost.ts', import.meta.url);

/** What a client answers the server's own requests, by their method. */
export type Answers = Readonly<Record<string, () => unknown>>;

/**
 * Starts a server and initializes it as a client with these capabilities does.
 * @param transport how to reach the built server; "in-process" runs its sources in this process instead
 */
export async function startLanguageServer(
  transport: Transport | 'in-process',
  capabilities: ClientCapabilities = {},
  answers: Answers = {},
  initializationOptions?: unknown,
): Promise<LanguageServer> {
  const { connection, end } = openConnection(transport);
  const waiting: { readonly method: string; readonly resolve: () => void }[] = [];
  connection.onRequest((method: string) => {
    for (const index of waiting.keys()) {
      if (waiting[index]?.method === method) waiting.splice(index, 1)[0]?.resolve();
    }
    return answers[method]?.() ?? null;
  });
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  return {
    initialized,
    request: async (method, params, token) =>
      connection.sendRequest<unknown>(method, params, token ?? CancellationToken.None),
    notify: async (method, params) => connection.sendNotification(method, params),
    onNotification: (method, handler) => void connection.onNotification(method, handler),
    nextRequest: async (method) => new Promise((resolve) => waiting.push({ method, resolve })),
    async stop() {
      await connection.sendRequest('shutdown');
      await end();
      connection.dispose();
    },
  };
}

interface OpenConnection {
  readonly connection: MessageConnection;
  /** Ends a server that is shut down. */
  readonly end: () => Promise<unknown>;
}

/** Opens a connection to a server that isn't initialized. */
export function openConnection(transport: Transport | 'in-process'): OpenConnection {
  switch (transport) {
    case 'in-process': {
      const [toServer, toClient] = [new PassThrough(), new PassThrough()];
      const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)];
      startServer(createConnection(connectionFeatures, reader, writer, connectionOptions), async () => setImmediate());
      const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
      return { connection, end: async () => Promise.resolve() };
    }
    case 'stdio': {
      const child = spawn(process.execPath, [nodeServer, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
      const connection = createMessageConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      );
      return { connection, end: async () => exit(child, connection) };
    }
    case 'node-ipc': {
      const child = fork(nodeServer, ['--node-ipc']);
      const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
      return { connection, end: async () => exit(child, connection) };
    }
    case 'worker': {
      const worker = new Worker(workerHost);
      const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
      // What the bundle throws ends the connection, and with it every pending request.
      worker.once('error', () => connection.dispose());
      // A worker has no end of its own: its owner terminates it, as an editor does.
      return { connection, end: async () => worker.terminate() };
    }
  }
}

async function exit(child: ChildProcess, connection: MessageConnection): Promise<void> {
  await connection.sendNotification('exit');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
