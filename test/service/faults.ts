import type { Answer } from './answers.ts';
import type { OperationName } from './router.ts';

/** What goes wrong with a request. */
export type Fault =
  /** The answer is this one: nothing is done, or, with `after`, all is done. */
  | { readonly kind: 'answer'; readonly answer: Answer; readonly when?: 'before' | 'after' }
  /** All goes its way once the promise is there: nothing was done before, or all is done and only the answer waits. */
  | { readonly kind: 'delay'; readonly until: Promise<void>; readonly when?: 'before' | 'after' }
  /** The connection is cut: before anything is done, after all is done but before the answer, or in the middle of it. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' | 'midAnswer' };

interface Planned {
  readonly operation: OperationName;
  readonly fault: Fault;
  left: number;
}

/** The faults that a test has planned: each for the next requests of one operation, in the order they were planned. */
export class Faults {
  readonly #planned: Planned[] = [];

  /** Plans a fault for the next `times` requests of an operation. */
  next(operation: OperationName, fault: Fault, times = 1): void {
    this.#planned.push({ operation, fault, left: times });
  }

  /**
   * Holds the next `times` requests of an operation: nothing is done before they are released, or, with `after`, all is
   * done and only the answers wait.
   * @returns the function that releases them
   */
  hold(operation: OperationName, when: 'before' | 'after' = 'before', times = 1): () => void {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.next(operation, { kind: 'delay', until, when }, times);
    return release;
  }

  /** The fault for a request of this operation, used up by it. */
  take(operation: OperationName): Fault | undefined {
    const planned = this.#planned.find((candidate) => candidate.operation === operation && candidate.left > 0);
    if (planned) planned.left--;
    return planned?.fault;
  }

  clear(): void {
    this.#planned.length = 0;
  }
}
