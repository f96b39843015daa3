import { SecretStore, type SecretLocation, type Storage } from '../storage/secretStore.ts';
import { compareSecrets, keyOf, readSecretId, writtenSecretId, type SecretId } from './secretId.ts';

/** What is known of a secret. `locked`: the secret storage can't be read. */
export type Found =
  { readonly kind: 'found'; readonly value: string } | { readonly kind: 'missing' } | { readonly kind: 'locked' };

/** What a job that is sent to a connection gets for a name. `isShared`: the secret of all connections. */
export type FoundForConnection =
  Exclude<Found, { kind: 'found' }> | { readonly kind: 'found'; readonly value: string; readonly isShared: boolean };

/** The key of the list of secrets. */
export const namesKey = 'lakeformation.secrets';

/**
 * The secrets that jobs refer to, by their names: for all connections, or for one of them. Values are in the secret storage
 * alone, or in this window's memory where that fails; the list, which the storage itself doesn't tell, is beside them.
 */
export class Secrets {
  readonly #store: SecretStore;
  /** By the keys in the storage. */
  readonly #memory = new Map<string, { readonly id: SecretId; readonly value: string }>();
  readonly #onDidChange: (() => void)[] = [];
  /** Changes of the list, one after the other. */
  #listed: Promise<unknown> = Promise.resolve();

  constructor(storage: Storage, onFailure: () => void) {
    this.#store = new SecretStore(storage, onFailure);
  }

  /** Another window has changed what the storage has under a key: what this one remembers instead counts no more. */
  changedElsewhere(key: string): void {
    this.#memory.delete(key);
    if (key === namesKey) this.#notifyListeners();
  }

  /** Calls `listener` after every change of the list, by this window or another one. */
  onDidChange(listener: () => void): void {
    this.#onDidChange.push(listener);
  }

  /** All secrets, sorted by their names. */
  async list(): Promise<readonly SecretId[]> {
    const stored = await this.#readList();
    return distinct([...(stored ?? []), ...Array.from(this.#memory.values(), ({ id }) => id)]);
  }

  /** The names of all secrets, each once, sorted. */
  async names(): Promise<readonly string[]> {
    return [...new Set((await this.list()).map(({ name }) => name))];
  }

  /** The values of all secrets that can be read. */
  async values(): Promise<readonly string[]> {
    const found = await Promise.all((await this.list()).map(async (id) => this.get(id)));
    return found.flatMap((one) => (one.kind === 'found' ? [one.value] : []));
  }

  async get(id: SecretId): Promise<Found> {
    const remembered = this.#memory.get(keyOf(id));
    if (remembered !== undefined) return { kind: 'found', value: remembered.value };
    const stored = await this.#store.read(keyOf(id));
    if (stored === 'failed') return { kind: 'locked' };
    return stored.text === undefined ? { kind: 'missing' } : { kind: 'found', value: stored.text };
  }

  /** The secret of a name that belongs to a connection; where it has none, that of all connections. */
  async getFor(connection: string, name: string): Promise<FoundForConnection> {
    const own = await this.get({ name, connection });
    // A connection's own secret that can't be read isn't replaced by another one.
    const found = own.kind === 'missing' ? await this.get({ name }) : own;
    return found.kind === 'found' ? { ...found, isShared: own.kind === 'missing' } : found;
  }

  /** Keeps a secret in the storage; `false` when that failed, and nothing has changed. */
  async store(id: SecretId, value: string): Promise<boolean> {
    if (!(await this.#store.write(keyOf(id), value))) return false;
    this.#memory.delete(keyOf(id));
    // The value counts; a secret that the list lacks is still found by those who refer to it.
    await this.#changeList((ids) => [...ids, id]);
    return true;
  }

  /** Keeps a secret in the storage, or, where that fails, until this window closes. */
  async set(id: SecretId, value: string): Promise<SecretLocation> {
    if (await this.store(id, value)) return 'stored';
    this.remember(id, value);
    return 'memory';
  }

  /** Keeps a secret until this window closes, and leaves the storage alone. */
  remember(id: SecretId, value: string): void {
    this.#memory.set(keyOf(id), { id, value });
    this.#notifyListeners();
  }

  /** Forgets a secret; `false` when the storage failed, so that it may still be there. */
  async delete(id: SecretId): Promise<boolean> {
    const key = keyOf(id);
    this.#memory.delete(key);
    const isDeleted = await this.#store.delete(key);
    if (isDeleted) await this.#changeList((ids) => ids.filter((other) => keyOf(other) !== key));
    else this.#notifyListeners();
    return isDeleted;
  }

  async #changeList(change: (ids: readonly SecretId[]) => readonly SecretId[]): Promise<void> {
    const changed = this.#listed.then(async () => {
      const known = await this.#readList();
      // A list that can't be read isn't written over.
      if (known) await this.#store.write(namesKey, JSON.stringify(distinct(change(known)).map(writtenSecretId)));
    });
    this.#listed = changed;
    await changed;
    this.#notifyListeners();
  }

  /** The secrets in the list; `undefined` where the storage doesn't say. */
  async #readList(): Promise<readonly SecretId[] | undefined> {
    const stored = await this.#store.read(namesKey);
    return stored === 'failed' ? undefined : idsIn(stored.text);
  }

  #notifyListeners(): void {
    for (const listener of this.#onDidChange) listener();
  }
}

/** The secrets, each once, sorted. */
function distinct(ids: readonly SecretId[]): SecretId[] {
  return [...new Map(ids.map((id) => [keyOf(id), id])).values()].sort(compareSecrets);
}

/** The list as it was stored, if it is one: another version may have written something else. */
function idsIn(text: string | undefined): readonly SecretId[] {
  try {
    const value: unknown = text === undefined ? [] : JSON.parse(text);
    return Array.isArray(value) ? value.map(readSecretId).filter((id) => id !== undefined) : [];
  } catch {
    return [];
  }
}
