import type { SecretStorage } from 'vscode';
import type { Connection } from '../connections/connection.ts';
import { SecretStore, type SecretLocation } from '../storage/secretStore.ts';
import { readSession, writeSession, type Session } from './session.ts';

/** Ends what it was given for. */
export interface Subscription {
  dispose(): void;
}

/** Where a session was kept: `draft` where it is not to be stored before its connection is written. */
export type SessionLocation = SecretLocation | 'draft';

/** What signing in reads and writes. */
export interface SessionStore {
  get(connection: Connection): Promise<Session | undefined>;
  set(connection: Connection, session: Session): Promise<SessionLocation>;
}

/** The part of the secret storage that is used. */
type ObservableStorage = Pick<SecretStorage, 'get' | 'store' | 'delete' | 'onDidChange'>;

/**
 * The sessions, one a connection, each for the origin and project that it was made for: a connection whose endpoint was
 * changed since has none. A storage that fails is replaced by memory.
 */
export class Sessions implements SessionStore {
  readonly #store: SecretStore;
  readonly #memory = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  readonly #subscription: Subscription;

  constructor(secrets: ObservableStorage, onFailure: (error: unknown) => void) {
    this.#store = new SecretStore(secrets, onFailure);
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (!key.startsWith(keyPrefix)) return;
      // What was stored last counts, in whichever window.
      this.#memory.delete(key);
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
    this.#notifyListeners();
    return isStored ? 'stored' : 'memory';
  }

  /** Forgets the session of a connection; `false` when the secret storage failed, so that it may still be there. */
  async delete(connection: Pick<Connection, 'name'>): Promise<boolean> {
    const key = keyOf(connection);
    this.#memory.delete(key);
    const isDeleted = await this.#store.delete(key);
    this.#notifyListeners();
    return isDeleted;
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
