/** Where a secret was kept: in the secret storage, or, as that failed, in this window's memory only. */
export type SecretLocation = 'stored' | 'memory';

/** The part of VS Code's secret storage that is used. */
export interface Storage {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** The same, with the changes of other windows. */
export interface ObservableStorage extends Storage {
  readonly onDidChange: (listener: (change: { readonly key: string }) => void) => { dispose(): void };
}

/**
 * VS Code's secret storage, which can be missing or locked: every access returns whether it worked, and none throws.
 */
export class SecretStore {
  readonly #storage: Storage;
  readonly #onFailure: (error: unknown) => void;

  constructor(storage: Storage, onFailure: (error: unknown) => void) {
    this.#storage = storage;
    this.#onFailure = onFailure;
  }

  /** The text of a key, if there is one; `failed` if the storage can't be read. */
  async read(key: string): Promise<{ readonly text: string | undefined } | 'failed'> {
    try {
      return { text: await this.#storage.get(key) };
    } catch (error) {
      this.#onFailure(error);
      return 'failed';
    }
  }

  /** Whether the text is kept now; else nothing has changed. */
  async write(key: string, text: string): Promise<boolean> {
    return this.#works(async () => this.#storage.store(key, text));
  }

  /** Whether nothing is kept now; else it may still be there. */
  async delete(key: string): Promise<boolean> {
    return this.#works(async () => this.#storage.delete(key));
  }

  async #works(access: () => PromiseLike<void>): Promise<boolean> {
    try {
      await access();
      return true;
    } catch (error) {
      this.#onFailure(error);
      return false;
    }
  }
}
