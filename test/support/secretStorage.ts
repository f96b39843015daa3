/** VS Code's secret storage in memory; it can be told to fail, as one without a keyring does. */
export class InMemorySecretStorage {
  readonly entries = new Map<string, string>();
  fails = false;

  async get(key: string): Promise<string | undefined> {
    this.#check();
    return Promise.resolve(this.entries.get(key));
  }

  async store(key: string, value: string): Promise<void> {
    this.#check();
    this.entries.set(key, value);
    return Promise.resolve();
  }

  async delete(key: string): Promise<void> {
    this.#check();
    this.entries.delete(key);
    return Promise.resolve();
  }

  #check(): void {
    if (this.fails) throw new Error('The keyring is locked.');
  }
}
