import type { Path } from '../documents/locate.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { JsonSchema } from './jsonSchema.ts';
import { propertiesOf } from './lookup.ts';

/** The objects of a job that may have a property, by the property's name. Elements of arrays aren't among them. */
const homes: ReadonlyMap<string, readonly Path[]> = homesIn(jobSchema);

/**
 * Returns the path of the only object of a job that may have a property.
 * @param block the path of the block that the job's type selects; objects in other blocks aren't considered
 * @returns `undefined` for a property that no object may have, or several
 */
export function homeOf(name: string, block: Path | undefined): Path | undefined {
  const possible = homes.get(name)?.filter((home) => home[1] === undefined || home[1] === block?.[1]) ?? [];
  return possible.length === 1 ? possible[0] : undefined;
}

function homesIn(schema: JsonSchema, path: Path = [], found = new Map<string, Path[]>()): Map<string, Path[]> {
  for (const [name, property] of propertiesOf(schema)) {
    found.set(name, [...(found.get(name) ?? []), path]);
    homesIn(property, [...path, name], found);
  }
  return found;
}
