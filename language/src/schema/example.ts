import { indented, type Indentation } from '../documents/indentation.ts';
import type { Path } from '../documents/locate.ts';
import type { InsertionText } from '../documents/edits/snippet.ts';
import { isObject } from '../documents/value.ts';
import { withoutEffect } from './applies.ts';
import { constraintsAt, requiredProperties } from './conditions.ts';
import { typesOf, type Json, type JsonSchema } from './jsonSchema.ts';
import { keeps } from './limits.ts';
import { elementSchema, propertySchema, propertiesOf } from './lookup.ts';

/** Values that are known from elsewhere, by the name of the property: the instance of the connection. */
export type KnownValues = Readonly<Record<string, string>>;

/** The values that are known of a document with this value. */
export type KnownValuesOf = (root: Json) => KnownValues;

/** Which properties an example of an object has: what it can't do without, or all that have an effect. */
export type Extent = 'required' | 'all';

/**
 * A legal value for the place at `path` of a document with the value `root`: what is known, else the default, else an
 * example; of an object its properties, as those before them decide which are required or have an effect.
 */
export function exampleValue(
  schema: JsonSchema,
  path: Path,
  root: Json,
  knownOf: KnownValuesOf = () => ({}),
  extent: Extent = 'required',
): Json {
  if (typesOf(schema)[0] === 'object') return exampleObject(schema, path, root, knownOf, extent);
  const name = path.at(-1);
  const known = knownOf(root);
  const own = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
  const values = [own, schema.default, ...(schema.examples ?? []), ...(schema.enum ?? [])];
  const constraints = constraintsAt(path, root);
  const fitting = values.find((value) => value !== undefined && constraints.every((limits) => keeps(value, limits)));
  return fitting ?? constraints.flatMap((limits) => limits.enum ?? [])[0] ?? null;
}

function exampleObject(schema: JsonSchema, path: Path, root: Json, knownOf: KnownValuesOf, extent: Extent): Json {
  let object: Readonly<Record<string, Json>> = {};
  for (const [name, property] of propertiesOf(schema)) {
    const soFar = withValue(root, path, object);
    const place = [...path, name];
    const isIn =
      requiredProperties(path, soFar).has(name) ||
      (extent === 'all' && property['x-edition'] === undefined && withoutEffect(place, soFar) === undefined);
    if (isIn) object = { ...object, [name]: exampleValue(property, place, soFar, knownOf, extent) };
  }
  return object;
}

/** The text of a value, with places to type into, and a choice where values are listed. */
export function writeValue(
  value: Json,
  schema: JsonSchema | undefined,
  text: InsertionText,
  indentation: Indentation,
): string {
  if (isObject(value)) {
    const properties = Object.entries(value).map(
      ([name, property]) =>
        `"${text.literal(name)}": ${writeValue(property, schema && propertySchema(schema, name), text, indented(indentation))}`,
    );
    return properties.length > 0 ? inLines('{', properties, '}', text, indentation) : empty('{}', text);
  }
  if (Array.isArray(value)) {
    const elements: readonly Json[] = value;
    if (elements.length === 0) return empty('[]', text);
    if (elements.some(isObject)) {
      const element = schema && elementSchema(schema);
      const parts = elements.map((inner) => writeValue(inner, element, text, indented(indentation)));
      return inLines('[', parts, ']', text, indentation);
    }
    // A list of words is kept or typed over as a whole.
    const words = elements.map((word) => JSON.stringify(word)).join(`,${lineStart(indented(indentation))}`);
    return inLines('[', [text.placeholder(words)], ']', text, indentation);
  }
  if (typeof value === 'string') return `"${writeText(value, schema, text)}"`;
  return typeof value === 'boolean'
    ? text.choice([String(value), String(!value)])
    : text.placeholder(JSON.stringify(value));
}

/** What is between the quotes. */
function writeText(value: string, schema: JsonSchema | undefined, text: InsertionText): string {
  const values = schema?.enum ?? [];
  if (values.length === 1 && values[0] === value) return text.literal(value);
  if (values.length > 1) return text.choice([value, ...values.filter((other) => other !== value)]);
  const inner = JSON.stringify(value).slice(1, -1);
  // Of an address, the host, the port and the database are what is different each time.
  const [, driver, host, port, database, options] = /^(jdbc:\w+:\/\/)([^:/]+):(\d+)\/(\w+)(.*)$/.exec(inner) ?? [];
  if (driver === undefined || host === undefined || port === undefined || database === undefined) {
    return text.placeholder(inner);
  }
  const [at, on, of] = [host, port, database].map((part) => text.placeholder(part));
  return `${text.literal(driver)}${at}:${on}/${of}${text.literal(options ?? '')}`;
}

function empty(brackets: '{}' | '[]', text: InsertionText): string {
  return text.literal(brackets.charAt(0)) + text.blank() + text.literal(brackets.charAt(1));
}

function inLines(
  open: string,
  parts: readonly string[],
  close: string,
  text: InsertionText,
  indentation: Indentation,
): string {
  const inner = lineStart(indented(indentation));
  return (
    text.literal(open) + parts.map((part) => inner + part).join(',') + lineStart(indentation) + text.literal(close)
  );
}

function lineStart({ lineBreak, current }: Indentation): string {
  return lineBreak + current;
}

/** A copy of a value with another one at `path`, which may be right behind the last element of an array. */
export function withValue(root: Json, path: Path, value: Json): Json {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (Array.isArray(root)) {
    const elements: readonly Json[] = root;
    const replaced = elements.map((element, index) => (index === segment ? withValue(element, rest, value) : element));
    return segment === elements.length ? [...replaced, withValue(undefined, rest, value)] : replaced;
  }
  const object = isObject(root) ? root : {};
  return { ...object, [segment]: withValue(object[segment], rest, value) };
}
