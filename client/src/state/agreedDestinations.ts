import type { Memento } from 'vscode';
import { isObject } from '../../../language/src/documents/value.ts';
import type { Destination, Route } from '../../../language/src/secrets/destinations.ts';
import type { InstanceAddress } from '../api/jobs.ts';
import { sha256 } from '../api/signing.ts';

/** What is remembered, by the endpoint, project, and instance of a connection. */
const rememberedKey = 'lakeformation.destinations';

/** How many destinations are remembered for an instance; those agreed to longest ago are forgotten first. */
const most = 1_000;

/** A destination, and what the user has agreed to before. */
export interface ReviewedDestination extends Omit<Destination, 'route'> {
  /** SHA-256 of its route. */
  readonly routeHash: string;
  /** Whether the user hasn't agreed to it yet. */
  readonly isNew: boolean;
  /** Of a new one: where the same reference went before, in the same property if it did; `undefined` where nowhere. */
  readonly before: AgreedDestination | undefined;
}

/** A destination that the user has agreed to. Of addresses, the hosts alone are readable. */
export type AgreedDestination = Pick<ReviewedDestination, 'reference' | 'path' | 'property' | 'host' | 'routeHash'>;

/** The destinations that the user has agreed to in this workspace, for each instance. */
export class AgreedDestinations {
  readonly #memory: Pick<Memento, 'get' | 'update'>;
  readonly #onFailure: () => void;

  /** @param onFailure called when they can't be stored; then they hold until the window closes */
  constructor(memory: Pick<Memento, 'get' | 'update'>, onFailure: () => void) {
    this.#memory = memory;
    this.#onFailure = onFailure;
  }

  /** Compares the destinations of a document with those agreed to. Returns the new ones first, otherwise in their order. */
  async review(
    instance: InstanceAddress,
    destinations: readonly Destination[],
  ): Promise<readonly ReviewedDestination[]> {
    // The last one of a reference is the one agreed to last.
    const agreed = this.#agreedFor(instance);
    const keys = new Set(agreed.map(keyOf));
    const byReference = new Map(agreed.map((one) => [one.reference, one]));
    const byProperty = new Map(agreed.map((one) => [propertyKeyOf(one), one]));
    const hashOf = routeHashes();
    const reviewed: ReviewedDestination[] = [];
    for (const { route, ...destination } of destinations) {
      const place = { ...destination, routeHash: await hashOf(route) };
      const isNew = !keys.has(keyOf(place));
      const before = isNew ? (byProperty.get(propertyKeyOf(place)) ?? byReference.get(place.reference)) : undefined;
      reviewed.push({ ...place, isNew, before });
    }
    return [...reviewed.filter(({ isNew }) => isNew), ...reviewed.filter(({ isNew }) => !isNew)];
  }

  /** Remembers that the user has agreed to destinations. */
  async agree(instance: InstanceAddress, destinations: readonly ReviewedDestination[]): Promise<void> {
    if (!destinations.some(({ isNew }) => isNew)) return;
    const entries = new Map(this.#agreedFor(instance).map((one) => [keyOf(one), one]));
    for (const { reference, path, property, host, routeHash } of destinations) {
      const one = { reference, path, property, host, routeHash };
      entries.delete(keyOf(one));
      entries.set(keyOf(one), one);
    }
    const remembered = new Map([...this.#remembered(), [instanceKey(instance), [...entries.values()].slice(-most)]]);
    try {
      await this.#memory.update(rememberedKey, Object.fromEntries(remembered));
    } catch {
      this.#onFailure();
    }
  }

  #agreedFor(instance: InstanceAddress): readonly AgreedDestination[] {
    const value = this.#remembered().get(instanceKey(instance));
    const elements: readonly unknown[] = Array.isArray(value) ? value : [];
    return elements.filter(isAgreed);
  }

  #remembered(): Map<string, unknown> {
    const value = this.#memory.get<unknown>(rememberedKey);
    return new Map(isObject(value) ? Object.entries(value) : []);
  }
}

/** Whether a stored value is one of ours: another version may have written something else. */
function isAgreed(value: unknown): value is AgreedDestination {
  if (!isObject(value)) return false;
  const { reference, path, property, host = '', routeHash } = value;
  return [reference, path, property, host, routeHash].every((text) => typeof text === 'string');
}

/** Returns the SHA-256 of a route; of routes that are nested in others, each part is hashed once. */
function routeHashes(): (route: Route | undefined) => Promise<string> {
  const known = new Map<Route, string>();
  const hashOf = async (route: Route | undefined): Promise<string> => {
    if (route === undefined) return '';
    const hash = known.get(route) ?? (await sha256(JSON.stringify([route.properties, await hashOf(route.around)])));
    known.set(route, hash);
    return hash;
  };
  return hashOf;
}

function keyOf({ reference, path, routeHash }: Pick<AgreedDestination, 'reference' | 'path' | 'routeHash'>): string {
  return JSON.stringify([reference, path, routeHash]);
}

function propertyKeyOf({ reference, path }: Pick<AgreedDestination, 'reference' | 'path'>): string {
  return JSON.stringify([reference, path]);
}

function instanceKey({ endpoint, projectId, instanceId }: InstanceAddress): string {
  return JSON.stringify([endpoint, projectId, instanceId]);
}
