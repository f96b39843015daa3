import { setImmediate } from 'node:timers/promises';

/** A clock that a test controls: time passes only when the test lets it. */
export class Clock {
  #now: number;
  readonly #timers = new Set<{ readonly at: number; readonly callback: () => void }>();

  constructor(now = Date.parse('2026-11-30T12:00:00Z')) {
    this.#now = now;
  }

  /** Milliseconds since 1970. */
  readonly now = (): number => this.#now;

  /** Calls back after so many milliseconds; returns what cancels that. */
  readonly schedule = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  /** The milliseconds until each timer, the next one first. */
  get pending(): readonly number[] {
    return [...this.#timers].map(({ at }) => at - this.#now).sort((one, other) => one - other);
  }

  /** Lets time pass, and calls back what is due, in order, each time with what was begun until then completed. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (let next = this.#nextUntil(end); next; next = this.#nextUntil(end)) {
      this.#timers.delete(next);
      this.#now = next.at;
      next.callback();
      await settled();
    }
    this.#now = end;
  }

  #nextUntil(end: number): { readonly at: number; readonly callback: () => void } | undefined {
    return [...this.#timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
  }
}

/** Lets promises be settled that wait for nothing outside of this process. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await setImmediate();
}
