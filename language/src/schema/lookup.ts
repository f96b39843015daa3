import type { Path } from '../documents/locate.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { JsonSchema } from './jsonSchema.ts';

/** The subschema that describes the value at `path`, or `undefined` where the schema knows no such place. */
export function subschemaAt(path: Path): JsonSchema | undefined {
  let schema: JsonSchema | undefined = jobSchema;
  for (const segment of path) {
    if (schema === undefined) return undefined;
    schema = typeof segment === 'number' ? elementSchema(schema) : propertySchema(schema, segment);
  }
  return schema;
}

/** The subschema of the property `name` of an object. */
export function propertySchema(schema: JsonSchema, name: string): JsonSchema | undefined {
  const { properties } = schema;
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** The subschema of an array's elements. */
export function elementSchema(schema: JsonSchema): JsonSchema | undefined {
  return schema.items;
}

/** The properties of an object in the order of the API reference, each with its subschema. */
export function propertiesOf(schema: JsonSchema): readonly (readonly [name: string, schema: JsonSchema])[] {
  return Object.entries(schema.properties ?? {});
}
