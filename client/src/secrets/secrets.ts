import { isReferenceName } from '../../../language/src/documents/reference.ts';
import { SecretStore, type SecretLocation, type Storage } from '../storage/secretStore.ts';

/** What is known of a secret. `locked`: the secret storage does not say. */
export type Found =
  { readonly kind: 'found'; readonly value: string } | { readonly kind: 'missing' } | { readonly kind: 'locked' };

/** The key of the list of names. */
export const namesKey = 'lakeformation.secrets';

/**
 * The secrets that jobs refer to, by their names. Values are in the secret storage alone, or in this window's memory where
 * that fails; the list of names, which the storage itself does not tell, is beside them.
 */
export class Secrets {
  readonly #store: SecretStore;
  readonly #memory = new Map<string, string>();
  readonly #onDidChange: (() => void)[] = [];
  /** Changes of the list, one after the other. */
  #listed: Promise<unknown> = Promise.resolve();

  constructor(storage: Storage, onFailure: () => void) {
    this.#store = new SecretStore(storage, onFailure);
  }

  /** Another window has changed what the storage has under a key: what this one remembers instead counts no more. */
  changedElsewhere(key: string): void {
    for (const name of this.#memory.keys()) if (keyOf(name) === key) this.#memory.delete(name);
    if (key === namesKey) this.#notifyListeners();
  }

  /** Calls `listener` after every change of the names, by this window or another one. */
  onDidChange(listener: () => void): void {
    this.#onDidChange.push(listener);
  }

  /** The names of all secrets, sorted. */
  async names(): Promise<readonly string[]> {
    const stored = await this.#readNames();
    return [...new Set([...(stored ?? []), ...this.#memory.keys()])].sort();
  }

  async get(name: string): Promise<Found> {
    const remembered = this.#memory.get(name);
    if (remembered !== undefined) return { kind: 'found', value: remembered };
    const stored = await this.#store.read(keyOf(name));
    if (stored === 'failed') return { kind: 'locked' };
    return stored.text === undefined ? { kind: 'missing' } : { kind: 'found', value: stored.text };
  }

  /** Keeps a secret in the storage; `false` when that failed, and nothing has changed. */
  async store(name: string, value: string): Promise<boolean> {
    if (!(await this.#store.write(keyOf(name), value))) return false;
    this.#memory.delete(name);
    // The value counts; a name that the list lacks is still found by those who refer to it.
    await this.#changeNames((names) => [...names, name]);
    return true;
  }

  /** Keeps a secret in the storage, or, where that fails, until this window closes. */
  async set(name: string, value: string): Promise<SecretLocation> {
    if (await this.store(name, value)) return 'stored';
    this.remember(name, value);
    return 'memory';
  }

  /** Keeps a secret until this window closes, and leaves the storage alone. */
  remember(name: string, value: string): void {
    this.#memory.set(name, value);
    this.#notifyListeners();
  }

  /** Forgets a secret; `false` when the storage failed, so that it may still be there. */
  async delete(name: string): Promise<boolean> {
    this.#memory.delete(name);
    const isDeleted = await this.#store.delete(keyOf(name));
    if (isDeleted) await this.#changeNames((names) => names.filter((other) => other !== name));
    else this.#notifyListeners();
    return isDeleted;
  }

  async #changeNames(change: (names: readonly string[]) => readonly string[]): Promise<void> {
    const changed = this.#listed.then(async () => {
      const known = await this.#readNames();
      // A list that cannot be read is not written over.
      if (known) await this.#store.write(namesKey, JSON.stringify([...new Set(change(known))].sort()));
    });
    this.#listed = changed;
    await changed;
    this.#notifyListeners();
  }

  /** The names in the list; `undefined` where the storage does not say. */
  async #readNames(): Promise<readonly string[] | undefined> {
    const stored = await this.#store.read(namesKey);
    return stored === 'failed' ? undefined : namesIn(stored.text);
  }

  #notifyListeners(): void {
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
