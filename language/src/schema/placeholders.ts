import type { Path } from '../documents/locate.ts';
import { isObject } from '../documents/value.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { Json, JsonSchema } from './jsonSchema.ts';
import { elementSchema, membersOf } from './lookup.ts';

/** A sample value that nobody has replaced. */
export interface Placeholder {
  readonly path: Path;
  /** The part of the value that is to be replaced: `your-bucket` of `obs://your-bucket/raw`. Never a secret. */
  readonly part: string;
}

/**
 * Returns the values of a job that are still the samples that completion, snippets, and fixes insert, in the order of the
 * schema. They are told by the schema's `x-placeholder`, so that a common value such as `hive` is none.
 */
export function placeholdersIn(job: Json): Placeholder[] {
  return within(job, jobSchema, []);
}

function within(value: Json, schema: JsonSchema, path: Path): Placeholder[] {
  if (!hasSamples(schema)) return [];
  if (typeof value === 'string') {
    const part = schema['x-placeholder'];
    return part !== undefined && indexOfPart(value, part) >= 0 ? [{ path, part }] : [];
  }
  if (Array.isArray(value)) {
    const element = elementSchema(schema) ?? {};
    return value.flatMap((inner: Json, index) => within(inner, element, [...path, index]));
  }
  if (!isObject(value)) return [];
  return membersOf(schema).flatMap(([name, member]) =>
    Object.hasOwn(value, name) ? within(value[name], member, [...path, name]) : [],
  );
}

/** Returns where a text has a part that is not within a longer word, such as `your-bucket` in `your-bucket-2`; else -1. */
export function indexOfPart(text: string, part: string): number {
  const isInWord = (at: number): boolean => /^[\w-]$/.test(text.charAt(at));
  for (let index = text.indexOf(part); index >= 0; index = text.indexOf(part, index + 1)) {
    if (!isInWord(index - 1) && !isInWord(index + part.length)) return index;
  }
  return -1;
}

/** Whether there are samples of a value of this schema, or of something in it. */
function hasSamples(schema: JsonSchema): boolean {
  const known = withSamples.get(schema);
  if (known !== undefined) return known;
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  const result = schema['x-placeholder'] !== undefined || inner.some(hasSamples);
  withSamples.set(schema, result);
  return result;
}

const withSamples = new Map<JsonSchema, boolean>();
