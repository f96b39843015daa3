import { indented, type Layout } from '../documents/layout.ts';
import type { Path } from '../documents/locate.ts';
import type { InsertionText } from '../documents/snippet.ts';
import { isObject, typesOf, type Json, type JsonSchema } from './jsonSchema.ts';
import { elementSchema, memberSchema, membersOf } from './lookup.ts';
import { memberConditions } from './members.ts';

/** Values that are known from elsewhere, by the name of the member: the instance of the connection. */
export type KnownValues = Readonly<Record<string, string>>;

/**
 * A legal value for the place at `path` of a document whose value is `root`: the default, else an example; of an object
 * its mandatory members, also those that only its other members make mandatory.
 */
export function exampleValue(schema: JsonSchema, path: Path, root: Json, known: KnownValues = {}): Json {
  const [type] = typesOf(schema);
  if (type === 'object') return exampleObject(schema, path, root, known);
  if (type === 'array' && typesOf(elementSchema(schema) ?? {})[0] === 'object') return [];
  const name = path.at(-1);
  const own = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
  return own ?? schema.default ?? schema.examples?.[0] ?? schema.enum?.[0] ?? null;
}

function exampleObject(schema: JsonSchema, path: Path, root: Json, known: KnownValues): Json {
  let object: Readonly<Record<string, Json>> = {};
  for (const [name, member] of membersOf(schema)) {
    const soFar = withValue(root, path, object);
    if (!memberConditions(path, soFar).mandatory.has(name)) continue;
    object = { ...object, [name]: exampleValue(member, [...path, name], soFar, known) };
  }
  return object;
}

/** The text of a value, with a place to type into for every text and number, and a choice where values are listed. */
export function writeValue(value: Json, schema: JsonSchema | undefined, text: InsertionText, layout: Layout): string {
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) =>
        `"${text.literal(name)}": ${writeValue(member, schema && memberSchema(schema, name), text, indented(layout))}`,
    );
    return block('{', members, '}', text, layout);
  }
  if (Array.isArray(value)) {
    const elements = value.map((element: Json) =>
      writeValue(element, schema && elementSchema(schema), text, indented(layout)),
    );
    return block('[', elements, ']', text, layout);
  }
  if (typeof value === 'string') {
    const values = schema?.enum ?? [];
    const inner = JSON.stringify(value).slice(1, -1);
    return values.length > 1
      ? `"${text.choice([value, ...values.filter((other) => other !== value)])}"`
      : `"${text.placeholder(inner)}"`;
  }
  return typeof value === 'boolean'
    ? text.choice([String(value), String(!value)])
    : text.placeholder(JSON.stringify(value));
}

function block(open: string, parts: readonly string[], close: string, text: InsertionText, layout: Layout): string {
  if (parts.length === 0) return text.literal(open + close);
  const lineStart = layout.lineBreak + layout.indentation;
  const body = parts.map((part) => lineStart + layout.unit + part).join(',');
  return text.literal(open) + body + lineStart + text.literal(close);
}

/** A copy of a value with another one at `path`. */
export function withValue(root: Json, path: Path, value: Json): Json {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (Array.isArray(root)) {
    const elements: readonly Json[] = root;
    return elements.map((element, index) => (index === segment ? withValue(element, rest, value) : element));
  }
  const object = isObject(root) ? root : {};
  return { ...object, [segment]: withValue(object[segment], rest, value) };
}
