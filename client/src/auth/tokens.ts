import type { SecretStorage } from 'vscode';
import type { Connection } from '../connections/connection.ts';

/** What the secret storage holds for a connection. */
interface StoredToken {
  readonly origin: string;
  readonly projectId: string;
  readonly token: string;
}

/** Where a token was kept: in the secret storage, or, as that failed, in this window's memory only. */
export type Kept = 'stored' | 'memory';

/**
 * The tokens, one a connection, each for the origin and project that it was given for: a connection whose endpoint was
 * changed since has none. Nothing else touches the secret storage. A storage that fails is replaced by memory.
 */
export class Tokens {
  readonly #secrets: Pick<SecretStorage, 'get' | 'store' | 'delete'>;
  readonly #onFailure: (error: unknown) => void;
  readonly #memory = new Map<string, string>();

  constructor(secrets: Pick<SecretStorage, 'get' | 'store' | 'delete'>, onFailure: (error: unknown) => void) {
    this.#secrets = secrets;
    this.#onFailure = onFailure;
  }

  async get(connection: Connection): Promise<string | undefined> {
    const key = keyOf(connection);
    const stored = readStored(this.#memory.get(key) ?? (await this.#read(key)));
    return stored?.origin === connection.endpoint && stored.projectId === connection.projectId
      ? stored.token
      : undefined;
  }

  async set(connection: Connection, token: string): Promise<Kept> {
    const { endpoint: origin, projectId } = connection;
    const value = JSON.stringify({ origin, projectId, token } satisfies StoredToken);
    try {
      await this.#secrets.store(keyOf(connection), value);
      this.#memory.delete(keyOf(connection));
      return 'stored';
    } catch (error) {
      this.#onFailure(error);
      this.#memory.set(keyOf(connection), value);
      return 'memory';
    }
  }

  /** Forgets the token of a connection; `false` when the secret storage failed, so that the token may still be there. */
  async delete(connection: Connection): Promise<boolean> {
    this.#memory.delete(keyOf(connection));
    try {
      await this.#secrets.delete(keyOf(connection));
      return true;
    } catch (error) {
      this.#onFailure(error);
      return false;
    }
  }

  async #read(key: string): Promise<string | undefined> {
    try {
      return await this.#secrets.get(key);
    } catch (error) {
      this.#onFailure(error);
      return undefined;
    }
  }
}

function keyOf({ name }: Connection): string {
  return `lakeformation.token:${name}`;
}

/** What was stored, if it is a token at all: another version may have written something else. */
function readStored(text: string | undefined): StoredToken | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isStored(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isStored(value: unknown): value is StoredToken {
  if (typeof value !== 'object' || value === null) return false;
  const entry = new Map<string, unknown>(Object.entries(value));
  return ['origin', 'projectId', 'token'].every((key) => typeof entry.get(key) === 'string');
}
