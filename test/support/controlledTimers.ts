import { setImmediate } from 'node:timers/promises';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock and timers that a test moves on. */
export class ControlledTimers {
  readonly #timers = new Set<Timer>();
  #now = Date.now();

  readonly now = (): number => this.#now;

  readonly schedule = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  /** Lets time pass, and what is due run, with the requests that it makes. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (let next = this.#next(); next && next.at <= end; next = this.#next()) {
      this.#run(next);
      await settled();
    }
    this.#now = end;
  }

  /** Lets time pass until a condition is true. */
  async passUntil(condition: () => boolean): Promise<void> {
    for (let tried = 0; tried < 2_000; tried++) {
      if (condition()) return;
      await setImmediate();
      const next = this.#next();
      if (next && tried % 20 === 19) this.#run(next);
    }
    throw new Error('The condition has not become true.');
  }

  #next(): Timer | undefined {
    return [...this.#timers].sort((left, right) => left.at - right.at)[0];
  }

  #run(timer: Timer): void {
    this.#timers.delete(timer);
    this.#now = Math.max(this.#now, timer.at);
    timer.callback();
  }
}

/** Requests to a service on this machine have ended after so many turns. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await setImmediate();
}
