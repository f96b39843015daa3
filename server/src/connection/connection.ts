import type { Logger, MessageConnection } from 'vscode-jsonrpc';
import type { MessageType } from 'vscode-languageserver-protocol';
import { describeFailure } from '../../../language/src/failures/describeFailure.ts';
import type { Host } from './host.ts';
import type { ClientNotifications, ClientRequests, ServerNotifications, ServerRequests } from './methods.ts';

/** `MessageType` of the protocol, without the code around it. */
const messageType = { error: 1, warning: 2, info: 3, log: 4 } as const satisfies Record<string, MessageType>;

/** The way to the client: JSON-RPC, with the methods and types of the Language Server Protocol. */
export class Connection {
  readonly #host: Host;
  readonly #messages: MessageConnection;
  #isOpen = true;

  constructor(host: Host) {
    const logger: Logger = {
      error: (message) => this.log('error', firstLineOf(message)),
      warn: (message) => this.log('warning', firstLineOf(message)),
      info: (message) => this.log('info', firstLineOf(message)),
      log: (message) => this.log('log', firstLineOf(message)),
    };
    this.#host = host;
    this.#messages = host.connect(logger);
  }

  /** Answers a request. When the handler throws, the answer is an error, and the log says where. */
  onRequest<Method extends keyof ClientRequests>(
    method: Method,
    handler: (params: ClientRequests[Method]['params']) => ClientRequests[Method]['result'],
  ): void {
    this.#messages.onRequest<unknown, unknown>(method, (params: ClientRequests[Method]['params']) => {
      try {
        return handler(params);
      } catch (error) {
        this.#logFailure(method, error);
        throw new Error('the log of the language server says where.', { cause: error });
      }
    });
  }

  /** Takes a notification. When the handler throws, the log says where. */
  onNotification<Method extends keyof ClientNotifications>(
    method: Method,
    handler: (params: ClientNotifications[Method]) => void,
  ): void {
    this.#messages.onNotification(method, (params: ClientNotifications[Method]) => {
      try {
        handler(params);
      } catch (error) {
        this.#logFailure(method, error);
      }
    });
  }

  /** Asks the client. @returns its answer; `undefined` where it has none, or is gone */
  async request<Method extends keyof ServerRequests>(method: Method, params: ServerRequests[Method]): Promise<unknown> {
    try {
      return await this.#messages.sendRequest<unknown>(method, ...(params === undefined ? [] : [params]));
    } catch {
      return undefined;
    }
  }

  /** Tells the client, unless it is gone. */
  notify<Method extends keyof ServerNotifications>(method: Method, params: ServerNotifications[Method]): void {
    if (this.#isOpen) void this.#send(method, params);
  }

  async #send(method: string, params: unknown): Promise<void> {
    try {
      await this.#messages.sendNotification(method, params);
    } catch {
      // A failure is logged to the client, which would fail again, and again.
      this.#isOpen = false;
    }
  }

  #logFailure(method: string, error: unknown): void {
    this.log('error', `${method}: ${describeFailure(error)}`);
  }

  /** Writes into the client's log, which must get no text of a document. */
  log(type: keyof typeof messageType, message: string): void {
    this.notify('window/logMessage', { type: messageType[type], message });
  }

  /** Shows a message to the user. */
  show(type: keyof typeof messageType, message: string): void {
    this.notify('window/showMessage', { type: messageType[type], message });
  }

  /** Reads messages from now on, until the client is done with the server or gone. */
  listen(): void {
    let isShutDown = false;
    const end = (): void => this.#host.end(isShutDown ? 0 : 1);
    this.#messages.onRequest('shutdown', () => {
      isShutDown = true;
      return null;
    });
    this.#messages.onNotification('exit', end);
    this.#messages.onClose(end);
    this.#messages.listen();
  }
}

/** In the lines below it, the message that something is wrong with is printed. */
function firstLineOf(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
