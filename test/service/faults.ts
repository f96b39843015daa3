import type { Answer } from './answers.ts';
import type { OperationName } from './router.ts';

/** What goes wrong with a request. */
export type Fault =
  /** The answer is this one, and nothing is done. */
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The answer waits until the promise is there; then all goes its way. */
  | { readonly kind: 'delay'; readonly until: Promise<void> }
  /** The connection is cut: before anything is done, after all is done but before the answer, or in the middle of it. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' | 'midAnswer' };

interface Planned {
  readonly operation: OperationName;
  readonly fault: Fault;
  left: number;
}

/** The faults that a test has planned: each for the next requests of one operation. */
export class Faults {
  readonly #planned: Planned[] = [];

  /** Plans a fault for the next `times` requests of an operation. */
  next(operation: OperationName, fault: Fault, times = 1): void {
    this.#planned.push({ operation, fault, left: times });
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
