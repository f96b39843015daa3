import type { Path, Place } from '../../documents/locate.ts';
import type { JsonSchema } from '../../schema/jsonSchema.ts';
import { keeps } from '../../schema/limits.ts';

/** A constraint of the schema that a value doesn't keep. */
export interface Violation extends Place {
  readonly keyword: string;
  /** The subschema that holds the constraint. */
  readonly schema: JsonSchema;
  readonly path: Path;
  /** The properties that are missing, or the one that is unknown. */
  readonly properties: readonly string[];
  /** The property that decides whether the constraint applies, for one that doesn't always apply. */
  readonly because: Decision | undefined;
}

/** A property with a value that decides what others require. */
export interface Decision {
  readonly path: Path;
  readonly property: string;
  readonly value: string;
}

/** Returns whether there is a wider constraint of the same keyword, which all sources agree on. */
export function hasWiderConstraint({ schema, keyword }: Violation): boolean {
  return keyword in (schema['x-error'] ?? {});
}

/** Returns whether the sources contradict each other about a value: it violates a constraint, but not the wider one. */
export function isDoubtful(violation: Violation): boolean {
  const { schema, value } = violation;
  return hasWiderConstraint(violation) && keeps(value.value, schema['x-error'] ?? {});
}
