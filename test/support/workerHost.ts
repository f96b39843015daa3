import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';

/**
 * Runs the server's browser bundle as a web worker does: in a context that has the language's own globals, message ports,
 * timers and text codecs, and nothing of Node.
 */
interface WorkerScope {
  onmessage?: (event: { readonly data: unknown }) => void;
  [name: string]: unknown;
}

const scope: WorkerScope = {
  postMessage: (message: unknown) => parentPort?.postMessage(message),
  // The bundle listens for errors of the port, of which this one has none.
  addEventListener: () => undefined,
  setTimeout: (callback: () => void, delay: number) => Number(setTimeout(callback, delay)),
  clearTimeout: (id: number) => clearTimeout(id),
  queueMicrotask,
  MessageChannel,
  TextDecoder,
  TextEncoder,
};
scope.self = scope;
const bundle = new URL('../../dist/server/browser.js', import.meta.url);
runInContext(readFileSync(bundle, 'utf8'), createContext(scope), { filename: 'browser.js' });
parentPort?.on('message', (data: unknown) => scope.onmessage?.({ data }));
