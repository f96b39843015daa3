import { isObject } from '../../../language/src/documents/value.ts';
import type { InstanceAddress } from '../api/instanceAddress.ts';
import { isString, StoredMap, type Memory } from '../storage/storedMap.ts';
import { hasNoFile } from './submissionRecord.ts';

/** The job that a document was submitted as, or that the user selected for it. */
export interface JobLink {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** A link in the storage. */
interface StoredLink extends JobLink {
  /** The document. */
  readonly uri: string;
}

/** How many are remembered; the oldest are forgotten first. */
const most = 1_000;

/** Which job each document has in each instance, in this workspace. */
export class JobLinks {
  readonly #stored: StoredMap<StoredLink>;
  /** Of documents without a file: tomorrow another document has the same URI. */
  readonly #ofWindow = new Map<string, StoredLink>();
  readonly #onDidChange: (() => void)[] = [];

  /** @param onFailure called when a link can't be stored; then it holds until the window closes */
  constructor(memory: Memory, onFailure: () => void) {
    this.#stored = new StoredMap(memory, { key: 'lakeformation.jobs', read: readLink, onFailure });
  }

  /** Calls `listener` after every change. */
  onDidChange(listener: () => void): void {
    this.#onDidChange.push(listener);
  }

  /** Returns the job of a document in an instance; `undefined` where none is known. */
  get(uri: string, instance: InstanceAddress): JobLink | undefined {
    const key = keyOf(uri, instance);
    return hasNoFile(uri) ? this.#ofWindow.get(key) : this.#stored.all().get(key);
  }

  /** Returns the URIs of the documents that have this job in an instance. */
  documentsOf(id: string, instance: InstanceAddress): readonly string[] {
    return this.#linksIn(instance)
      .filter((link) => link.id === id)
      .map(({ uri }) => uri);
  }

  /** Returns the URI of the document that each job of an instance was submitted from last, by the job's ID. */
  documentsIn(instance: InstanceAddress): ReadonlyMap<string, string> {
    return new Map(this.#linksIn(instance).map(({ id, uri }) => [id, uri]));
  }

  async set(uri: string, instance: InstanceAddress, { id, name, type }: JobLink): Promise<void> {
    const key = keyOf(uri, instance);
    const link = { id, name, type, uri };
    if (hasNoFile(uri)) this.#ofWindow.set(key, link);
    else {
      const links = this.#stored.all();
      // The newest is the last one.
      links.delete(key);
      await this.#stored.replaceAll(new Map([...links, [key, link] as const].slice(-most)));
    }
    for (const listener of this.#onDidChange) listener();
  }

  /** Forgets the job of a document, which has been deleted. */
  async delete(uri: string, instance: InstanceAddress): Promise<void> {
    const key = keyOf(uri, instance);
    this.#ofWindow.delete(key);
    const links = this.#stored.all();
    if (links.delete(key)) await this.#stored.replaceAll(links);
    for (const listener of this.#onDidChange) listener();
  }

  /** The links of an instance, the newest last. */
  #linksIn(instance: InstanceAddress): StoredLink[] {
    const links = [...this.#stored.all(), ...this.#ofWindow];
    return links.flatMap(([key, link]) => (key === keyOf(link.uri, instance) ? [link] : []));
  }
}

function keyOf(uri: string, { endpoint, projectId, instanceId }: InstanceAddress): string {
  return JSON.stringify([endpoint, projectId, instanceId, uri]);
}

function readLink(value: unknown): StoredLink | undefined {
  if (!isObject(value)) return undefined;
  const { id, name, type, uri } = value;
  return isString(id) && isString(name) && isString(type) && isString(uri) ? { id, name, type, uri } : undefined;
}
