import type { SecretStorage } from 'vscode';
import type { Connection } from '../connections/connection.ts';
import { readSession, writeSession, type Session } from './session.ts';

/** Where a session was kept: in the secret storage, or, as that failed, in this window's memory only. */
export type Kept = 'stored' | 'memory';

/** Ends what it was given for. */
export interface Subscription {
  dispose(): void;
}

/** The part of the secret storage that is used. */
export type Secrets = Pick<SecretStorage, 'get' | 'store' | 'delete' | 'onDidChange'>;

/**
 * The sessions, one a connection, each for the origin and project that it was made for: a connection whose endpoint was
 * changed since has none. A storage that fails is replaced by memory.
 */
export class Sessions {
  readonly #secrets: Secrets;
  readonly #onFailure: (error: unknown) => void;
  readonly #memory = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  readonly #subscription: Subscription;

  constructor(secrets: Secrets, onFailure: (error: unknown) => void) {
    this.#secrets = secrets;
    this.#onFailure = onFailure;
    this.#subscription = secrets.onDidChange(({ key }) => {
      if (!key.startsWith(keyPrefix)) return;
      // What was stored last counts, in whichever window.
      this.#memory.delete(key);
      this.#tell();
    });
  }

  /** Calls `listener` after every change, in this window or another one; maybe more than once. */
  readonly onDidChange = (listener: () => void): Subscription => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  async get(connection: Connection): Promise<Session | undefined> {
    const key = keyOf(connection);
    const text = this.#memory.get(key) ?? (await this.#read(key));
    return text === undefined ? undefined : readSession(text, connection);
  }

  async set(connection: Connection, session: Session): Promise<Kept> {
    const key = keyOf(connection);
    const text = writeSession(session, connection);
    const kept = await this.#store(key, text);
    if (kept === 'stored') this.#memory.delete(key);
    else this.#memory.set(key, text);
    this.#tell();
    return kept;
  }

  /** Forgets the session of a connection; `false` when the secret storage failed, so that it may still be there. */
  async delete(connection: Pick<Connection, 'name'>): Promise<boolean> {
    const key = keyOf(connection);
    this.#memory.delete(key);
    try {
      await this.#secrets.delete(key);
      return true;
    } catch (error) {
      this.#onFailure(error);
      return false;
    } finally {
      this.#tell();
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#listeners.clear();
  }

  async #read(key: string): Promise<string | undefined> {
    try {
      return await this.#secrets.get(key);
    } catch (error) {
      this.#onFailure(error);
      return undefined;
    }
  }

  async #store(key: string, text: string): Promise<Kept> {
    try {
      await this.#secrets.store(key, text);
      return 'stored';
    } catch (error) {
      this.#onFailure(error);
      return 'memory';
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Earlier versions, which knew tokens alone, kept them under the same key. */
const keyPrefix = 'lakeformation.token:';

function keyOf({ name }: Pick<Connection, 'name'>): string {
  return `${keyPrefix}${name}`;
}
