import type { SharedStorage } from '../../client/src/state/sharedStorage.ts';

/** A storage that windows of a test share. */
export class InMemoryStorage implements SharedStorage {
  readonly #texts = new Map<string, string>();
  readonly #failing = new Set<keyof SharedStorage>();

  /** @param failing the functions that reject */
  constructor(...failing: readonly (keyof SharedStorage)[]) {
    this.fail(...failing);
  }

  /** From now on, these functions reject. */
  fail(...failing: readonly (keyof SharedStorage)[]): void {
    for (const name of failing) this.#failing.add(name);
  }

  async keys(): Promise<readonly string[]> {
    return this.#run('keys', () => [...this.#texts.keys()]);
  }

  async get(key: string): Promise<string | undefined> {
    return this.#run('get', () => this.#texts.get(key));
  }

  async add(key: string, text: string): Promise<boolean> {
    return this.#run('add', () => !this.#texts.has(key) && this.#texts.set(key, text) === this.#texts);
  }

  async put(key: string, text: string): Promise<void> {
    return this.#run('put', () => void this.#texts.set(key, text));
  }

  async delete(key: string): Promise<void> {
    return this.#run('delete', () => void this.#texts.delete(key));
  }

  /** Everything that is stored. */
  texts(): readonly string[] {
    return [...this.#texts.values()];
  }

  async #run<T>(name: keyof SharedStorage, use: () => T): Promise<T> {
    if (this.#failing.has(name)) throw new Error(`The storage fails: ${name}`);
    return Promise.resolve(use());
  }
}
