/** A workspace's memory. */
export class InMemoryMemento {
  readonly #entries = new Map<string, unknown>();

  get(key: string): undefined;
  get<T>(key: string, defaultValue: T): T;
  get(key: string, defaultValue?: unknown): unknown {
    return this.#entries.get(key) ?? defaultValue;
  }

  async update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.#entries.delete(key);
    else this.#entries.set(key, value);
    return Promise.resolve();
  }

  /** Everything that is remembered. */
  entries(): [string, unknown][] {
    return [...this.#entries];
  }
}
