import { setImmediate } from 'node:timers/promises';

/** A process, and how many steps in a row it takes. */
export interface Turn {
  readonly process: number;
  readonly steps: number;
}

/** Runs asynchronous processes step by step, in an order that a test gives. */
export class Turns {
  readonly #waiting = new Map<number, (() => void)[]>();
  readonly #ended = new Set<number>();

  /** Waits until it is the process's turn. */
  async next(process: number): Promise<void> {
    await new Promise<void>((resolve) => this.#waitingOf(process).push(resolve));
  }

  /**
   * Runs the processes to their ends, whether they resolve or reject.
   * @param order who takes how many steps; after that, each takes one after the other
   */
  async run(processes: readonly (() => Promise<void>)[], order: readonly Turn[]): Promise<void> {
    for (const [index, process] of processes.entries()) {
      const end = (): unknown => this.#ended.add(index);
      void process().then(end, end);
    }
    for (const { process, steps } of order) {
      for (let step = 0; step < steps; step++) await this.#step(process % processes.length);
    }
    while (this.#ended.size < processes.length) {
      for (const process of processes.keys()) await this.#step(process);
    }
  }

  /** Lets a process take a step, and waits for what it does until the next one. */
  async #step(process: number): Promise<void> {
    while (!this.#ended.has(process) && this.#waitingOf(process).length === 0) await setImmediate();
    this.#waitingOf(process).shift()?.();
    await setImmediate();
  }

  #waitingOf(process: number): (() => void)[] {
    const waiting = this.#waiting.get(process) ?? [];
    this.#waiting.set(process, waiting);
    return waiting;
  }
}
