import { isJobAuthorized } from '../api/agency.ts';
import { hasObject, hasObjects } from '../api/buckets.ts';
import type { Credential } from '../api/credential.ts';
import { ApiError, codesOf, failureOf, type Failure } from '../api/errors.ts';
import type { ReadOptions } from '../api/get.ts';
import type { Connection } from '../connections/connection.ts';
import type { InstanceLookUps } from './instanceLookUps.ts';
import type { Prerequisite } from './prerequisites.ts';

/** Whether a prerequisite is met, or why that isn't known. */
export interface CheckedPrerequisite {
  readonly prerequisite: Prerequisite;
  readonly state: 'met' | 'missing' | 'unknown';
  /** Why it isn't known, where a request failed. */
  readonly failure?: Failure;
}

/** How long it's remembered that a prerequisite is met, in milliseconds. An agency stays until somebody deletes it. */
const holds: Readonly<Record<Prerequisite['kind'], number>> = {
  authorization: 60 * 60_000,
  catalog: 5 * 60_000,
  path: 5 * 60_000,
};

/** What checking prerequisites uses. */
export interface PrerequisiteOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly lookUps: InstanceLookUps;
  readonly readOptions: (credential: Credential, signal: AbortSignal) => ReadOptions;
}

/** Checks what must be there before a job runs, and remembers for each connection what is. */
export class PrerequisiteChecks {
  readonly #options: PrerequisiteOptions;
  /** Until when a prerequisite counts as met, by {@link keyOf}. */
  readonly #met = new Map<string, number>();

  constructor(options: PrerequisiteOptions) {
    this.#options = options;
  }

  /**
   * Checks prerequisites, all at the same time. A request that fails leaves its own unknown.
   * @param isFresh whether to ask the service also about those that were met not long ago
   */
  async check(
    connection: Connection,
    credential: Credential,
    prerequisites: readonly Prerequisite[],
    signal: AbortSignal,
    isFresh = false,
  ): Promise<readonly CheckedPrerequisite[]> {
    return Promise.all(
      prerequisites.map(async (prerequisite) => {
        const key = keyOf(connection, prerequisite);
        if (!isFresh && (this.#met.get(key) ?? 0) > this.#options.now()) return { prerequisite, state: 'met' };
        const checked = await this.#check(connection, credential, prerequisite, signal);
        if (checked.state === 'met') this.#met.set(key, this.#options.now() + holds[prerequisite.kind]);
        else this.#met.delete(key);
        return checked;
      }),
    );
  }

  async #check(
    connection: Connection,
    credential: Credential,
    prerequisite: Prerequisite,
    signal: AbortSignal,
  ): Promise<CheckedPrerequisite> {
    try {
      const isMet = await this.#isMet(connection, credential, prerequisite, signal);
      return { prerequisite, state: isMet === undefined ? 'unknown' : isMet ? 'met' : 'missing' };
    } catch (error) {
      const failure = failureOf(error);
      return prerequisite.kind === 'path' && isNotFound(failure)
        ? { prerequisite, state: 'missing' }
        : { prerequisite, state: 'unknown', failure };
    }
  }

  /** @returns `undefined` where the service's answer leaves it open */
  async #isMet(
    connection: Connection,
    credential: Credential,
    prerequisite: Prerequisite,
    signal: AbortSignal,
  ): Promise<boolean | undefined> {
    const { lookUps, readOptions } = this.#options;
    switch (prerequisite.kind) {
      case 'authorization':
        return isJobAuthorized(connection.endpoint, readOptions(credential, signal));
      case 'path': {
        const { bucket, prefix } = prerequisite;
        const options = readOptions(credential, signal);
        if (prefix === '' || prerequisite.path.endsWith('/')) {
          return (await hasObjects(connection, bucket, prefix, options)) || prefix === '';
        }
        // A path without a slash at its end may be that of a file.
        return (
          (await hasObjects(connection, bucket, prefix, options)) ||
          (await hasObject(connection, bucket, prefix.slice(0, -1), options))
        );
      }
      case 'catalog': {
        // One that is missing may have been created since the list was read.
        const reading = lookUps.list(connection, { kind: 'catalogs' }, credential, true);
        const { names, isComplete } = await untilAborted(reading, signal);
        const name = prerequisite.name.toLowerCase();
        if (names.some((catalog) => catalog.name.toLowerCase() === name)) return true;
        return isComplete ? false : undefined;
      }
    }
  }
}

/** Waits for a read that others may share, until the signal aborts. */
async function untilAborted<T>(reading: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    const end = (): void => reject(new ApiError({ kind: 'canceled' }));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  return Promise.race([reading, aborted]);
}

/** Whether the service doesn’t have a bucket: status 404, where it isn't the gateway that doesn't know the request. */
function isNotFound(failure: Failure): boolean {
  return (
    failure.kind === 'rejected' &&
    failure.status === 404 &&
    failure.excerpt === undefined &&
    !codesOf(failure.body).some((code) => /^APIGW?\./.test(code))
  );
}

function keyOf({ endpoint, projectId, instanceId }: Connection, prerequisite: Prerequisite): string {
  return JSON.stringify([endpoint, projectId, instanceId, prerequisite]);
}
