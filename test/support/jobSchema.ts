import { isObject } from '../../language/src/documents/value.ts';
import type { JsonSchema } from '../../language/src/schema/jsonSchema.ts';
import { readPublishedSchema } from '../../scripts/compileSchemas.ts';
import { strictSchema } from '../../scripts/strictSchema.ts';

/** The schema before its references are resolved. */
export interface SourceSchema extends JsonSchema {
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, SourceSchema>>;
  readonly properties?: Readonly<Record<string, SourceSchema>>;
  readonly items?: SourceSchema;
}

/** The schema as the repository ships it. */
export const publishedSchema = await readPublishedSchema();

/** The strict schema, with references to its definitions. */
export const jobSchema = asSourceSchema(strictSchema(publishedSchema));

/** A place in the schema that describes a value, with its name in the notation of the table of the API reference: `locations[].key`. */
export interface SchemaProperty {
  readonly path: string;
  /** The subschema, its `$ref` followed. */
  readonly schema: SourceSchema;
  /** The object that it is a property of. */
  readonly owner: SourceSchema;
}

/** Every property of the job, depth first, in the schema's order. */
export function allProperties(owner: SourceSchema = jobSchema, prefix = ''): SchemaProperty[] {
  return Object.entries(owner.properties ?? {}).flatMap(([name, property]) => {
    const schema = dereference(property);
    const path = `${prefix}${name}${schema.type === 'array' ? '[]' : ''}`;
    return [{ path, schema, owner }, ...allProperties(elementOf(schema) ?? schema, `${path}.`)];
  });
}

/** Every subschema that is an object, with the job itself first. */
export function allObjects(): SourceSchema[] {
  return [jobSchema, ...Object.values(jobSchema.definitions ?? {})];
}

/** The subschema of an array's elements, its `$ref` followed; `undefined` for what isn't an array. */
export function elementOf({ items }: SourceSchema): SourceSchema | undefined {
  return items && dereference(items);
}

/** The subschema that a `$ref` names, else the schema itself. @throws for a definition that doesn't exist */
function dereference(schema: SourceSchema): SourceSchema {
  if (schema.$ref === undefined) return schema;
  const definition = jobSchema.definitions?.[schema.$ref.replace('#/definitions/', '')];
  if (definition === undefined) throw new Error(`${schema.$ref} is not defined`);
  return definition;
}

function asSourceSchema(schema: unknown): SourceSchema {
  if (!isSchema(schema)) throw new Error('Not a schema');
  return schema;
}

function isSchema(value: unknown): value is SourceSchema {
  return isObject(value) && isObject(value.properties);
}
