import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/node';
import type { Host } from '../connection/host.ts';

/** How often it is looked whether the client still runs, in milliseconds. */
const watchInterval = 3000;

/** This process as the server's host, reached as its arguments say; `undefined` where they do not. */
export function processHost(processArguments: readonly string[]): Host | undefined {
  const transport = transportOf(processArguments);
  if (transport === undefined) return undefined;
  const [reader, writer] = transport;
  return {
    connect: (logger) => createMessageConnection(reader, writer, logger),
    watch,
    end: (exitCode) => process.exit(exitCode),
  };
}

function transportOf(processArguments: readonly string[]): [MessageReader, MessageWriter] | undefined {
  if (processArguments.includes('--stdio')) {
    return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)];
  }
  if (processArguments.includes('--node-ipc')) return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  return undefined;
}

/** A client that was killed closes nothing where its own parent holds the pipe. */
function watch(processId: number): void {
  setInterval(() => {
    if (!isRunning(processId)) process.exit(1);
  }, watchInterval).unref();
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // A process of another user may not be asked, but runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
