import type { Node } from 'jsonc-parser';
import { propertyNodes, type Path } from '../../documents/locate.ts';

/** The properties of an object, all of which belong in another one. */
export interface EmptiedObject {
  readonly properties: readonly Node[];
  readonly names: readonly string[];
  readonly home: Path;
}

/** So many properties of an object are looked at: no object of a job has more. */
const mostProperties = 50;

/**
 * Returns the properties of an unknown property's object, if all belong in the same place, so that nothing is left of it.
 * @param homeOf returns the path of the object that a property belongs in
 */
export function emptiedObject(property: Node, homeOf: (name: string) => Path | undefined): EmptiedObject | undefined {
  const object = property.children?.[1];
  if (object?.type !== 'object') return undefined;
  const count = object.children?.length ?? 0;
  if (count === 0 || count > mostProperties) return undefined;
  const inner = propertyNodes(object);
  const names = inner.map(({ name }) => name);
  const [home, ...others] = names.map(homeOf);
  const isOneHome = others.every((other) => JSON.stringify(other) === JSON.stringify(home));
  return home !== undefined && isOneHome && inner.length === count && new Set(names).size === count
    ? { properties: inner.map(({ node }) => node), names, home }
    : undefined;
}
