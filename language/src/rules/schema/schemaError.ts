import type { Path } from '../../documents/locate.ts';
import { childValue, valueAt } from '../../documents/value.ts';
import type { SchemaError } from '../../generated/validator.js';
import type { JsonSchema } from '../../schema/jsonSchema.ts';
import { subschemaAt } from '../../schema/lookup.ts';
import type { RuleCode } from '../catalogue.ts';
import type { Decision } from './violation.ts';

/** What is reported for each keyword, where the schema doesn't name another rule. */
export const keywordCodes: Readonly<Record<string, RuleCode>> = {
  required: 'missing-property',
  additionalProperties: 'unknown-property',
  type: 'wrong-type',
  enum: 'unknown-value',
  minLength: 'wrong-length',
  maxLength: 'wrong-length',
  pattern: 'wrong-form',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
  maxItems: 'too-many-items',
};

/** A constraint of the schema that a value breaks. */
export interface BrokenConstraint {
  readonly keyword: string;
  /** The subschema with the constraint. */
  readonly schema: JsonSchema;
  /** The path of the value. */
  readonly path: Path;
  /** The property that `required` misses or `additionalProperties` doesn't know. */
  readonly properties: readonly string[];
  /** The property on which the constraint depends, for one under `if`. */
  readonly because: Decision | undefined;
}

/**
 * Returns the constraint that an error of ajv is about; `undefined` for one that isn't in the schema.
 *
 * ajv's `schemaPath` begins at the definition that the constraint is in. What it leaves out follows from the path of the
 * value, because the schema describes each place once.
 */
export function brokenConstraint(error: SchemaError, data: unknown): BrokenConstraint | undefined {
  const { keyword } = error;
  const path = pathFrom(error.instancePath, data);
  const { schema, because } = isConditional(error)
    ? conditionalConstraint(error.schemaPath, path, data)
    : { schema: subschemaAt(path), because: undefined };
  return schema && { keyword, schema, path, properties: namedProperties(error), because };
}

/** Returns whether an error is about a constraint under `if`. */
export function isConditional({ schemaPath }: SchemaError): boolean {
  return schemaPath.includes('/then/');
}

/** The end of a `schemaPath` under `if`: `/allOf/1/then/properties/datasource_parameter/required`. */
const condition = /\/allOf\/(\d+)\/then((?:\/properties\/\w+)*)\/\w+$/;

/** Finds a constraint under `then`, and the property that decides: the last one that `if` compares. */
function conditionalConstraint(
  schemaPath: string,
  path: Path,
  data: unknown,
): { readonly schema?: JsonSchema | undefined; readonly because?: Decision } {
  const [, index, below = ''] = condition.exec(schemaPath) ?? [];
  const depth = below.split('/properties/').length - 1;
  const owner = path.slice(0, path.length - depth);
  const { if: test, then } = subschemaAt(owner)?.allOf?.[Number(index)] ?? {};
  const property = Object.keys(test?.properties ?? {}).at(-1);
  if (property === undefined) return {};
  const decider = [...owner, property];
  return {
    schema: path.slice(owner.length).reduce<JsonSchema | undefined>((schema, name) => schema?.properties?.[name], then),
    because: { path: decider, property, value: String(valueAt(data, decider)) },
  };
}

function namedProperties({ params: { missingProperty, additionalProperty } }: SchemaError): string[] {
  return [missingProperty, additionalProperty].filter((name) => typeof name === 'string');
}

/** Converts a JSON pointer into a path, in which the segments within arrays are numbers. */
export function pathFrom(pointer: string, data: unknown): Path {
  let value: unknown = data;
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => {
      const name = segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;
      const key = Array.isArray(value) ? Number(name) : name;
      value = childValue(value, key);
      return key;
    });
}
