import type { Connection } from '../connections/connection.ts';
import { SecretStore, type ObservableStorage, type SecretLocation } from '../storage/secretStore.ts';
import { readSession, writeSession, type Session } from './session.ts';

/** Ends what it was given for. */
export interface Subscription {
  dispose(): void;
}

/** What signing in reads and writes. */
export interface SessionStore {
  get(connection: Connection): Promise<Session | undefined>;
  set(connection: Connection, session: Session): Promise<SecretLocation>;
  /** Remembers whether the service refused the session of a connection, until another one is stored. */
  setRefused(connection: Pick<Connection, 'name'>, isRefused: boolean): void;
}

/**
 * The sessions, one a connection, each for the origin and project that it was made for: a connection with an endpoint
 * that was changed since has none. A storage that fails is replaced by memory.
 */
export class Sessions implements SessionStore {
  readonly #store: SecretStore;
  readonly #memory = new Map<string, string>();
  /** The keys of the sessions that the service refused. */
  readonly #refused = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #subscription: Subscription;

  constructor(secrets: ObservableStorage, onFailure: (error: unknown) => void) {
    this.#store = new SecretStore(secrets, onFailure);
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (!key.startsWith(keyPrefix)) return;
      // What was stored last counts, in whichever window.
      this.#memory.delete(key);
      this.#refused.delete(key);
      this.#notifyListeners();
    });
  }

  /** Calls `listener` after every change, in this window or another one; maybe more than once. */
  readonly onDidChange = (listener: () => void): Subscription => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  async get(connection: Connection): Promise<Session | undefined> {
    const key = keyOf(connection);
    const remembered = this.#memory.get(key);
    if (remembered !== undefined) return readSession(remembered, connection);
    const stored = await this.#store.read(key);
    return stored === 'failed' || stored.text === undefined ? undefined : readSession(stored.text, connection);
  }

  async set(connection: Connection, session: Session): Promise<SecretLocation> {
    const key = keyOf(connection);
    const text = writeSession(session, connection);
    const isStored = await this.#store.write(key, text);
    if (isStored) this.#memory.delete(key);
    else this.#memory.set(key, text);
    this.#refused.delete(key);
    this.#notifyListeners();
    return isStored ? 'stored' : 'memory';
  }

  /** Forgets the session of a connection; `false` when the secret storage failed, so that it may still be there. */
  async delete(connection: Pick<Connection, 'name'>): Promise<boolean> {
    const key = keyOf(connection);
    this.#memory.delete(key);
    this.#refused.delete(key);
    const isDeleted = await this.#store.delete(key);
    this.#notifyListeners();
    return isDeleted;
  }

  setRefused(connection: Pick<Connection, 'name'>, isRefused: boolean): void {
    const key = keyOf(connection);
    if (this.#refused.has(key) === isRefused) return;
    if (isRefused) this.#refused.add(key);
    else this.#refused.delete(key);
    this.#notifyListeners();
  }

  /** Whether the service refused the session of a connection when it was used last. */
  isRefused(connection: Pick<Connection, 'name'>): boolean {
    return this.#refused.has(keyOf(connection));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#listeners.clear();
  }

  #notifyListeners(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Earlier versions, which knew tokens alone, kept them under the same key. */
const keyPrefix = 'lakeformation.token:';

function keyOf({ name }: Pick<Connection, 'name'>): string {
  return `${keyPrefix}${name}`;
}
