import type { Destination } from '../../../language/src/secrets/destinations.ts';

/** A destination as shown on a line: the property, and the hosts that the service connects to with its value. */
export function destinationText({ property, host }: Pick<Destination, 'property' | 'host'>): string {
  return host === undefined ? property : `${property} → ${host}`;
}
