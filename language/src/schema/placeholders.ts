import type { Path } from '../documents/locate.ts';
import { isObject } from '../documents/value.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { Json, JsonSchema } from './jsonSchema.ts';
import { elementSchema, propertiesOf } from './lookup.ts';

/** A sample value that nobody has replaced. */
export interface Placeholder {
  readonly path: Path;
  /** The part of the value that is to be replaced: `your-bucket` of `obs://your-bucket/raw`. Never a secret. */
  readonly part: string;
}

/**
 * Returns the values of a job that are still the samples that completion, snippets, and fixes insert, in the order of
 * the schema. They are those of the schema's `x-placeholder`, so that a common value such as `hive` isn't one.
 */
export function placeholdersIn(job: Json): Placeholder[] {
  const found: Placeholder[] = [];
  if (samples) collect(job, samples, [], found);
  return found;
}

/** @param path of the value; the same array is used for all values, so that a document without samples costs little */
function collect(
  value: Json,
  { part, properties, element }: Samples,
  path: (string | number)[],
  found: Placeholder[],
): void {
  if (typeof value === 'string') {
    if (part !== undefined && indexOfPart(value, part) >= 0) found.push({ path: [...path], part });
  } else if (Array.isArray(value)) {
    if (element === undefined) return;
    for (let index = 0; index < value.length; index++) within(value[index], element, index);
  } else if (isObject(value)) {
    for (const [name, inner] of properties) if (Object.hasOwn(value, name)) within(value[name], inner, name);
  }

  function within(inner: Json, samplesThere: Samples, segment: string | number): void {
    path.push(segment);
    collect(inner, samplesThere, path, found);
    path.pop();
  }
}

/** Returns where a text has a part that isn't within a longer word, such as `your-bucket` in `your-bucket-2`; else -1. */
export function indexOfPart(text: string, part: string): number {
  const isInWord = (at: number): boolean => /^[\w-]$/.test(text.charAt(at));
  for (let index = text.indexOf(part); index >= 0; index = text.indexOf(part, index + 1)) {
    if (!isInWord(index - 1) && !isInWord(index + part.length)) return index;
  }
  return -1;
}

/** Where a value of a schema can have samples. */
interface Samples {
  readonly part: string | undefined;
  readonly properties: readonly (readonly [name: string, samples: Samples])[];
  readonly element: Samples | undefined;
}

const samples = samplesOf(jobSchema);

/** Returns where a value of this schema can have samples; `undefined` for nowhere. */
function samplesOf(schema: JsonSchema): Samples | undefined {
  const part = schema['x-placeholder'];
  const properties = propertiesOf(schema).flatMap(([name, property]): [string, Samples][] => {
    const inner = samplesOf(property);
    return inner ? [[name, inner]] : [];
  });
  const elements = elementSchema(schema);
  const element = elements && samplesOf(elements);
  return part !== undefined || properties.length > 0 || element ? { part, properties, element } : undefined;
}
