import type { Node } from 'jsonc-parser';
import { propertyNodes } from '../documents/locate.ts';
import type { JsonSchema } from './jsonSchema.ts';
import { propertiesOf } from './lookup.ts';

/** Returns the names by the child behind which they belong, in the order of the API reference. */
export function groupsByPlace(
  object: Node,
  names: readonly string[],
  schema: JsonSchema,
): [Node | undefined, string[]][] {
  const order = propertiesOf(schema).map(([name]) => name);
  const groups = new Map<Node | undefined, string[]>();
  for (const name of names) {
    const before = new Set(order.slice(0, order.indexOf(name)));
    const previous = propertyNodes(object).findLast((other) => before.has(other.name))?.node;
    groups.set(previous, [...(groups.get(previous) ?? []), name]);
  }
  return [...groups];
}
