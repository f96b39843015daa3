import { isObject } from '../../../language/src/documents/value.ts';
import type { Destination, Route } from '../../../language/src/secrets/destinations.ts';
import { instanceKey, type InstanceAddress } from '../api/instanceAddress.ts';
import { sha256 } from '../api/signing.ts';
import { elementsOf, StoredMap, type Memory } from '../storage/storedMap.ts';

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

/** The destinations that the user has agreed to in this workspace, by endpoint, project, and instance. */
export class AgreedDestinations {
  readonly #remembered: StoredMap<readonly AgreedDestination[]>;

  /** @param onFailure called when they can't be stored; then they hold until the window closes */
  constructor(memory: Memory, onFailure: () => void) {
    const read = (value: unknown): readonly AgreedDestination[] | undefined => elementsOf(value, isAgreed);
    this.#remembered = new StoredMap(memory, { key: 'lakeformation.destinations', read, onFailure });
  }

  /** Compares the destinations of a document with those agreed to. Returns the new ones first, otherwise in their order. */
  async review(
    instance: InstanceAddress,
    destinations: readonly Destination[],
  ): Promise<readonly ReviewedDestination[]> {
    // The last one of a reference is the one agreed to last.
    const agreed = this.#remembered.all().get(instanceKey(instance)) ?? [];
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
    const remembered = this.#remembered.all();
    const agreed = new Map(remembered.get(instanceKey(instance))?.map((one) => [keyOf(one), one]));
    for (const { reference, path, property, host, routeHash } of destinations) {
      const one = { reference, path, property, host, routeHash };
      agreed.delete(keyOf(one));
      agreed.set(keyOf(one), one);
    }
    remembered.set(instanceKey(instance), [...agreed.values()].slice(-most));
    await this.#remembered.replaceAll(remembered);
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
