interface Change {
  readonly key: string;
}

/** VS Code's secret storage in memory; it can be made to fail, as one without a keyring does. */
export class InMemorySecretStorage {
  readonly entries = new Map<string, string>();
  fails = false;
  readonly #listeners = new Set<(change: Change) => unknown>();

  readonly onDidChange = (listener: (change: Change) => unknown): { dispose(): void } => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  async get(key: string): Promise<string | undefined> {
    this.#check();
    return Promise.resolve(this.entries.get(key));
  }

  async store(key: string, value: string): Promise<void> {
    this.#check();
    this.entries.set(key, value);
    this.#notifyListeners(key);
    return Promise.resolve();
  }

  async delete(key: string): Promise<void> {
    this.#check();
    this.entries.delete(key);
    this.#notifyListeners(key);
    return Promise.resolve();
  }

  #notifyListeners(key: string): void {
    for (const listener of this.#listeners) listener({ key });
  }

  #check(): void {
    if (this.fails) throw new Error('The keyring is locked.');
  }
}
