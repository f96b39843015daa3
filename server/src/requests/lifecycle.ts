import type { Connection, Disposable, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from '../lsp.ts';

/** What the server offers to a client that has sent `initialize`. */
export interface Session {
  readonly capabilities: ServerCapabilities;
  /** The handlers of the server's requests and notifications, until `shutdown`. */
  readonly handlers: readonly Disposable[];
}

/** Where the server is in its life cycle. */
export interface Lifecycle {
  /** Returns whether the client sent `shutdown`, after which the server may end. */
  isShutDown(): boolean;
}

/**
 * Runs the server's life cycle as the protocol specifies it: requests before `initialize` are answered with
 * `ServerNotInitialized`, requests after `shutdown` and a second `initialize` with `InvalidRequest`. Handlers are registered
 * only in between, so that the library ignores notifications at any other time.
 */
export function runLifecycle(connection: Connection, initialize: (params: InitializeParams) => Session): Lifecycle {
  let state: 'new' | 'running' | 'shut-down' = 'new';
  let handlers: readonly Disposable[] = [];

  function refusal(method: string): ResponseError {
    switch (state) {
      case 'new':
        return new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized.');
      case 'running':
        return new ResponseError(ErrorCodes.MethodNotFound, `Unknown method ${method}.`);
      case 'shut-down':
        return new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
    }
  }

  connection.onInitialize((params) => {
    if (state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is already initialized.');
    const session = initialize(params);
    handlers = session.handlers;
    state = 'running';
    return { serverInfo: { name: 'lfjob' }, capabilities: session.capabilities };
  });
  connection.onShutdown(() => {
    if (state !== 'running') throw refusal('shutdown');
    for (const handler of handlers) handler.dispose();
    state = 'shut-down';
  });
  connection.onRequest(refusal);
  connection.listen();
  return { isShutDown: () => state === 'shut-down' };
}
