import { EventEmitter, once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import type { OperationName } from './router.ts';

/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The body as text, exactly. */
  readonly body: string;
  /** `undefined` where there is no such operation. */
  readonly operation: OperationName | undefined;
  /** When its last byte was there. */
  readonly receivedAt: Date;
}

/** Every request that the service received, in order. */
export class RequestLog {
  readonly #requests: ReceivedRequest[] = [];
  readonly #arrivals = new EventEmitter();

  get all(): readonly ReceivedRequest[] {
    return this.#requests;
  }

  of(operation: OperationName): readonly ReceivedRequest[] {
    return this.#requests.filter((request) => request.operation === operation);
  }

  add(request: ReceivedRequest): void {
    this.#requests.push(request);
    this.#arrivals.emit('arrival');
  }

  clear(): void {
    this.#requests.length = 0;
  }

  /** Resolves once `count` requests of an operation have come in. */
  async waitFor(operation: OperationName, count = 1): Promise<readonly ReceivedRequest[]> {
    while (this.of(operation).length < count) await once(this.#arrivals, 'arrival');
    return this.of(operation);
  }
}
