import type { Path } from '../documents/locate.ts';
import { childValue } from '../documents/value.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { Json, JsonSchema } from './jsonSchema.ts';
import { elementSchema, propertySchema, subschemaAt } from './lookup.ts';
import { correctedText } from './corrections.ts';

/**
 * The properties that the object at `path` must have, in a document with the value `root`: by the API reference, or by a
 * condition that holds. Every `if`/`then` of the schema above the object is tried, wherever the deciding property is.
 */
export function requiredProperties(path: Path, root: Json): ReadonlySet<string> {
  const conditional = constraintsAt(path, root).flatMap(({ required = [] }) => required);
  return new Set([...(subschemaAt(path)?.required ?? []), ...conditional]);
}

/**
 * What the conditions that hold in a document with the value `root` specify for the place at `path`, beside its
 * subschema.
 */
export function constraintsAt(path: Path, root: Json): JsonSchema[] {
  const constraints: JsonSchema[] = [];
  let schema: JsonSchema | undefined = jobSchema;
  let value = root;
  for (let depth = 0; schema !== undefined && depth <= path.length; depth++) {
    for (const condition of schema.allOf ?? []) {
      const constraint = holds(condition.if, schema, value)
        ? constraintBelow(condition.then, path.slice(depth))
        : undefined;
      if (constraint) constraints.push(constraint);
    }
    const segment = path[depth];
    if (segment === undefined) break;
    schema = typeof segment === 'number' ? elementSchema(schema) : propertySchema(schema, segment);
    value = childValue(value, segment);
  }
  return constraints;
}

/** Whether the deciding properties have the values that a condition names; of a misspelled value, its correction. */
function holds(condition: JsonSchema | undefined, schema: JsonSchema, value: Json): boolean {
  return Object.entries(condition?.properties ?? {}).every(([name, expected]) => {
    const property = propertySchema(schema, name);
    const written = childValue(value, name);
    if (property === undefined || typeof written !== 'string') return false;
    const actual = correctedText(written, property);
    return actual === expected.const || expected.enum?.includes(actual) === true;
  });
}

function constraintBelow(schema: JsonSchema | undefined, path: Path): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>((above, segment) => above?.properties?.[segment], schema);
}
