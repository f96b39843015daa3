import type { InstanceQuery, InstanceValues } from '../../../language/src/rules/instance/query.ts';
import type { Credential } from '../api/credential.ts';
import { ApiError, isTokenFailure } from '../api/errors.ts';
import type { InstanceAddress } from '../api/instanceAddress.ts';
import type { NameList } from '../api/nameList.ts';
import type { Sessions, Subscription } from '../auth/sessions.ts';
import type { Connection } from '../connections/connection.ts';

/** How long a list that was read counts as fresh, in milliseconds: 5 minutes. */
const listHolds = 5 * 60_000;

/** How long the service isn't asked again after a failure, and how long it's remembered that nobody can be asked: a minute. */
const failureHolds = 60_000;

/** How soon to ask again for what is on its way, in milliseconds, if nothing was heard of it. */
const pendingHolds = 10_000;

/** As many requests are made at a time, so that a small instance has room for others, and a refused key isn't locked. */
const mostRequests = 2;

/** More lists aren't kept. */
const mostKept = 500;

/** What is known in response to a query, and for how many milliseconds that holds. */
export interface KnownValues extends InstanceValues {
  readonly freshFor: number;
}

/** What looking up uses. */
export interface LookUpOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether the user trusts the workspace, and the setting `lakeformation.instance.lookUp` is on. */
  readonly isAllowed: () => boolean;
  readonly sessions: Pick<Sessions, 'setRefused' | 'onDidChange'>;
  /** The credential of the stored session; `undefined` while the user isn't signed in, or it was refused. */
  readonly credential: (connection: Connection) => Promise<Credential | undefined>;
  /** Makes the requests that a query needs; throws ApiError. */
  readonly read: (
    query: InstanceQuery,
    connection: Connection,
    credential: Credential,
    signal: AbortSignal,
  ) => Promise<NameList>;
}

interface Entry {
  /** `undefined` after a failure. */
  readonly list: NameList | undefined;
  readonly until: number;
}

/**
 * What the instances of the connections have, read with the stored credential only: never asks for one, and renews none. Keeps
 * each list for 5 minutes, or until a session changes. Requests for the same list share one read.
 */
export class InstanceLookUps {
  readonly #options: LookUpOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #reads = new Map<string, Promise<NameList>>();
  readonly #waiting: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #subscription: Subscription;
  #abort = new AbortController();
  #running = 0;

  constructor(options: LookUpOptions) {
    this.#options = options;
    this.#subscription = options.sessions.onDidChange(() => this.drop());
  }

  /** Calls `listener` when values arrived, or were dropped. */
  onDidChange(listener: () => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  /**
   * Returns at once what is known, and reads the rest in the background. Nothing is read in an untrusted workspace, with the
   * setting off, while the user isn't signed in, or while the session is refused.
   */
  async known(connection: Connection, query: InstanceQuery): Promise<KnownValues> {
    const credential = await this.#credentialFor(connection);
    if (credential === undefined) return unknown(failureHolds);
    const now = this.#options.now();
    const entry = this.#fresh(keyOf(connection, query));
    if (entry) {
      const { names: values, isComplete } = entry.list ?? { names: [], isComplete: false };
      return { values, isComplete, isPending: false, freshFor: entry.until - now };
    }
    // A failure is remembered; nobody waits for this one.
    this.list(connection, query, credential).catch(() => undefined);
    return { ...unknown(pendingHolds), isPending: true };
  }

  /**
   * Returns a list, which is read where it isn't known.
   * @param isFresh whether to read it in any case
   * @throws ApiError
   */
  async list(connection: Connection, query: InstanceQuery, credential: Credential, isFresh = false): Promise<NameList> {
    const key = keyOf(connection, query);
    const known = isFresh ? undefined : this.#fresh(key)?.list;
    if (known) return known;
    const running = this.#reads.get(key);
    if (running) return running;
    const reading = this.#read(key, query, connection, credential);
    this.#reads.set(key, reading);
    return reading;
  }

  /** Forgets all lists, and ends the requests for others. */
  drop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#entries.clear();
    this.#reads.clear();
    this.#notifyListeners();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#listeners.clear();
    this.#abort.abort();
  }

  async #credentialFor(connection: Connection): Promise<Credential | undefined> {
    const { isAllowed, credential } = this.#options;
    return isAllowed() ? credential(connection) : undefined;
  }

  #fresh(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.until > this.#options.now() ? entry : undefined;
  }

  async #read(key: string, query: InstanceQuery, connection: Connection, credential: Credential): Promise<NameList> {
    const { signal } = this.#abort;
    let list: NameList | undefined;
    try {
      list = await this.#inTurn(async () => {
        if (signal.aborted) throw new ApiError({ kind: 'canceled' });
        return this.#options.read(query, connection, credential, signal);
      });
      return list;
    } catch (error) {
      if (!signal.aborted && error instanceof ApiError && isTokenFailure(error.failure)) {
        this.#options.sessions.setRefused(connection, true);
      }
      throw error;
    } finally {
      // What was dropped since then is of another session.
      if (!signal.aborted) this.#keep(key, list);
    }
  }

  #keep(key: string, list: NameList | undefined): void {
    this.#reads.delete(key);
    this.#entries.delete(key);
    this.#entries.set(key, { list, until: this.#options.now() + (list ? listHolds : failureHolds) });
    const [oldest] = this.#entries.size > mostKept ? this.#entries.keys() : [];
    if (oldest !== undefined) this.#entries.delete(oldest);
    this.#notifyListeners();
  }

  /** Runs a task as soon as few others run. */
  async #inTurn<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running >= mostRequests) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
    try {
      return await task();
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  #notifyListeners(): void {
    for (const listener of this.#listeners) listener();
  }
}

function unknown(freshFor: number): KnownValues {
  return { values: [], isComplete: false, isPending: false, freshFor };
}

/** A list by where it is read: a connection that has another address now has other lists. */
function keyOf({ endpoint, projectId, instanceId }: InstanceAddress, query: InstanceQuery): string {
  return JSON.stringify([endpoint, projectId, instanceId, query]);
}
