import type { SecretStorage } from 'vscode';
import { isReferenceName } from '../../../server/src/documents/reference.ts';

/** Where a secret was kept: in the secret storage, or, as that failed, in this window's memory only. */
export type Kept = 'stored' | 'memory';

/** What is known of a secret. `locked`: the secret storage does not say. */
export type Found =
  { readonly kind: 'found'; readonly value: string } | { readonly kind: 'missing' } | { readonly kind: 'locked' };

/** The key of the list of names: when another window changes it, the names have changed. */
export const namesKey = 'lakeformation.secrets';

/**
 * The secrets that jobs refer to, by their names. Values are in the secret storage alone, or in this window's memory where
 * that fails; the list of names, which the storage itself does not tell, is beside them.
 */
export class Secrets {
  readonly #storage: Pick<SecretStorage, 'get' | 'store' | 'delete'>;
  readonly #onFailure: () => void;
  readonly #memory = new Map<string, string>();
  readonly #onDidChange: (() => void)[] = [];
  /** Changes of the list, one after the other. */
  #listed: Promise<unknown> = Promise.resolve();

  constructor(storage: Pick<SecretStorage, 'get' | 'store' | 'delete'>, onFailure: () => void) {
    this.#storage = storage;
    this.#onFailure = onFailure;
  }

  /** Calls `listener` after every change of the names by this window. */
  onDidChange(listener: () => void): void {
    this.#onDidChange.push(listener);
  }

  /** The names of all secrets, sorted. */
  async names(): Promise<readonly string[]> {
    const stored = await this.#try(async () => this.#readNames());
    return [...new Set([...(stored ?? []), ...this.#memory.keys()])].sort();
  }

  async get(name: string): Promise<Found> {
    const remembered = this.#memory.get(name);
    if (remembered !== undefined) return { kind: 'found', value: remembered };
    const read = await this.#try(async () => ({ value: await this.#storage.get(keyOf(name)) }));
    if (read === undefined) return { kind: 'locked' };
    return read.value === undefined ? { kind: 'missing' } : { kind: 'found', value: read.value };
  }

  /** Keeps a secret in the storage; `false` when that failed, and nothing has changed. */
  async store(name: string, value: string): Promise<boolean> {
    const isStored = await this.#try(async () => this.#storage.store(keyOf(name), value).then(() => true));
    if (isStored !== true) return false;
    this.#memory.delete(name);
    // The value counts; a name that the list lacks is still found by those who refer to it.
    await this.#changeNames((names) => [...names, name]);
    return true;
  }

  /** Keeps a secret in the storage, or, where that fails, until this window closes. */
  async set(name: string, value: string): Promise<Kept> {
    if (await this.store(name, value)) return 'stored';
    this.remember(name, value);
    return 'memory';
  }

  /** Keeps a secret until this window closes, and leaves the storage alone. */
  remember(name: string, value: string): void {
    this.#memory.set(name, value);
    this.#tell();
  }

  /** Forgets a secret; `false` when the storage failed, so that it may still be there. */
  async delete(name: string): Promise<boolean> {
    this.#memory.delete(name);
    const isDeleted = await this.#try(async () => this.#storage.delete(keyOf(name)).then(() => true));
    if (isDeleted === true) await this.#changeNames((names) => names.filter((other) => other !== name));
    else this.#tell();
    return isDeleted === true;
  }

  async #changeNames(change: (names: readonly string[]) => readonly string[]): Promise<void> {
    const changed = this.#listed.then(async () =>
      this.#try(async () => {
        const names = [...new Set(change(await this.#readNames()))].sort();
        await this.#storage.store(namesKey, JSON.stringify(names));
      }),
    );
    this.#listed = changed;
    await changed;
    this.#tell();
  }

  async #readNames(): Promise<readonly string[]> {
    return namesIn(await this.#storage.get(namesKey));
  }

  async #try<T>(access: () => Promise<T>): Promise<T | undefined> {
    try {
      return await access();
    } catch {
      this.#onFailure();
      return undefined;
    }
  }

  #tell(): void {
    for (const listener of this.#onDidChange) listener();
  }
}

function keyOf(name: string): string {
  return `lakeformation.secret:${name}`;
}

/** The list as it was stored, if it is one: another version may have written something else. */
function namesIn(text: string | undefined): readonly string[] {
  try {
    const value: unknown = text === undefined ? [] : JSON.parse(text);
    if (!Array.isArray(value)) return [];
    const elements: readonly unknown[] = value;
    return elements.filter((name): name is string => typeof name === 'string' && isReferenceName('secret', name));
  } catch {
    return [];
  }
}
