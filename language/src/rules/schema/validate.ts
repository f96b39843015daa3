import type { Path } from '../../documents/locate.ts';
import { isObject } from '../../documents/value.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import validateJob, { type SchemaError } from '../../generated/validator.js';
import { withValue } from '../../schema/example.ts';
import type { Json, JsonSchema } from '../../schema/jsonSchema.ts';
import { propertiesOf } from '../../schema/lookup.ts';
import { isConditional, keywordCodes } from './schemaError.ts';

/** So many errors are looked at: a check takes a few microseconds for each, and fixes are tried by checking again. */
const mostErrors = 5_000;

/**
 * So many elements of an array are validated at once: the validator has an object for each error, which fill the
 * memory. It is more than an array may have if the schema limits that.
 */
const mostElements = 1_000;

/** The first errors, and how many there are. */
export interface CountedErrors {
  readonly first: readonly SchemaError[];
  readonly count: number;
}

/** What the validator reports of a value. */
export interface SchemaErrors {
  /** About the constraints that hold for every value. */
  readonly always: CountedErrors;
  /** About those under `if`. */
  readonly conditional: CountedErrors;
}

/** What is reported of a valid value. */
export const noErrors: SchemaErrors = { always: { first: [], count: 0 }, conditional: { first: [], count: 0 } };

/** Returns where the value of a job violates the schema. */
export function schemaErrors(data: Json): SchemaErrors {
  const arrays = longArrays(data, jobSchema);
  const shortened = arrays.reduce((value, { path, elements }) => {
    return withValue(value, path, elements.slice(0, mostElements));
  }, data);
  const errors = errorsOf(shortened);
  const always = new ErrorCounter();
  always.add(errors.filter((error) => !isConditional(error)));
  for (const array of arrays) {
    for (let start = mostElements; start < array.elements.length; start += mostElements) {
      always.add(elementErrors(array, start));
    }
  }
  const conditional = new ErrorCounter();
  conditional.add(errors.filter(isConditional));
  return { always, conditional };
}

class ErrorCounter implements CountedErrors {
  readonly first: SchemaError[] = [];
  count = 0;

  add(errors: readonly SchemaError[]): void {
    this.first.push(...errors.slice(0, mostErrors - this.first.length));
    this.count += errors.length;
  }
}

function errorsOf(data: Json): readonly SchemaError[] {
  if (validateJob(data)) return [];
  const errors = (validateJob.errors ?? []).filter(({ keyword }) => keywordCodes[keyword] !== undefined);
  // They would stay in memory until the next call.
  validateJob.errors = null;
  return errors;
}

interface LongArray {
  readonly path: Path;
  readonly elements: readonly Json[];
}

function longArrays(value: Json, schema: JsonSchema, path: Path = []): LongArray[] {
  if (Array.isArray(value)) {
    return schema.items !== undefined && value.length > mostElements ? [{ path, elements: value }] : [];
  }
  if (!isObject(value)) return [];
  return propertiesOf(schema).flatMap(([name, inner]) => longArrays(value[name], inner, [...path, name]));
}

/** Returns the errors of some elements of an array. What they violate doesn't depend on what is around them. */
function elementErrors({ path, elements }: LongArray, start: number): readonly SchemaError[] {
  const array = `/${path.join('/')}/`;
  return errorsOf(withValue(undefined, path, elements.slice(start, start + mostElements)))
    .filter(({ instancePath }) => instancePath.startsWith(array))
    .map((error) => {
      const [index, ...rest] = error.instancePath.slice(array.length).split('/');
      return { ...error, instancePath: array + [Number(index) + start, ...rest].join('/') };
    });
}
