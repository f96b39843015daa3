import * as l10n from '@vscode/l10n';
import type { Edit } from 'jsonc-parser';
import { insertInto } from '../../documents/edits/containerEdits.ts';
import { indentationAt } from '../../documents/indentation.ts';
import { keyOf, placeAt, type Path } from '../../documents/locate.ts';
import { plainText, snippetText, type InsertionText } from '../../documents/edits/snippet.ts';
import { exampleValue, withValue, writeValue, type KnownValuesOf } from '../../schema/example.ts';
import { isObject } from '../../documents/value.ts';
import type { Json, JsonSchema } from '../../schema/jsonSchema.ts';
import { propertySchema, propertiesOf, subschemaAt } from '../../schema/lookup.ts';
import { requiredProperties } from '../../schema/conditions.ts';
import { groupsByPlace } from '../../schema/places.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import { knownValuesOf } from './knownValues.ts';
import type { Environment } from '../environment.ts';
import type { Fix } from '../findings/finding.ts';
import { quotedList } from '../findings/quotable.ts';

/** The required properties that the object at `path` lacks, in the order of the API reference. */
export function missingProperties({ tree, intended }: CheckedDocument, path: Path): string[] {
  const object = tree && placeAt(tree, path)?.value;
  const schema = subschemaAt(path);
  if (object === undefined || schema === undefined) return [];
  const required = requiredProperties(path, intended);
  const present = new Set((object.children ?? []).map((property) => String(keyOf(property)?.value)));
  return propertiesOf(schema)
    .map(([name]) => name)
    .filter((name) => required.has(name) && !present.has(name));
}

/** Values to put in, by the name of the property. */
export type GivenValues = Readonly<Record<string, unknown>>;

/**
 * The fix that puts properties into the object at `path`, each at its place in the order of the API reference and with a legal value to type
 * over; `undefined` where there is no such object.
 * @param given values that aren't to be the schema's examples
 */
export function insertProperties(
  document: CheckedDocument,
  path: Path,
  names: readonly string[],
  environment: Pick<Environment, 'connection'>,
  given: GivenValues = {},
): Fix | undefined {
  const { tree } = document.written;
  const object = tree && placeAt(tree, path)?.value;
  const schema = subschemaAt(path);
  if (object?.type !== 'object' || schema === undefined) return undefined;
  const editsWith = (insertion: InsertionText): Edit[] => {
    const values = valuesFor(names, schema, path, document.intended, knownValuesOf(environment), given);
    return groupsByPlace(object, names, schema).flatMap(([previous, group]) =>
      insertInto(
        document.text,
        object,
        previous,
        group.map((name) => (indentation) => {
          const value = writeValue(values.get(name), propertySchema(schema, name), insertion, indentation);
          return `"${insertion.literal(name)}": ${value}`;
        }),
      ),
    );
  };
  return {
    title: l10n.t('Insert {0}', quotedList(names)),
    edits: () => editsWith(plainText),
    snippet: () => {
      const [only, ...others] = editsWith(snippetText());
      return only && others.length === 0 ? withoutIndentation(document.text, only) : undefined;
    },
  };
}

/** A legal value for each property, in a document that has those before it. */
function valuesFor(
  names: readonly string[],
  schema: JsonSchema,
  path: Path,
  data: unknown,
  knownOf: KnownValuesOf,
  given: GivenValues,
): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  let root = knownAlong(path, data);
  for (const name of names) {
    const own = [...path, name];
    const property = propertySchema(schema, name) ?? {};
    const value = Object.hasOwn(given, name) ? given[name] : exampleValue(property, own, root, knownOf);
    values.set(name, value);
    root = withValue(root, own, value);
  }
  return values;
}

/** Returns a value without the properties along a path that the schema doesn't know: no rule asks for them, and copies are cheap. */
function knownAlong(path: Path, value: Json, at: Path = []): Json {
  const schema = subschemaAt(at);
  if (!isObject(value) || schema === undefined) return value;
  const [segment, ...rest] = path;
  const known = propertiesOf(schema).filter(([name]) => Object.hasOwn(value, name));
  return Object.fromEntries(
    known.map(([name]) => [name, name === segment ? knownAlong(rest, value[name], [...at, name]) : value[name]]),
  );
}

/**
 * An editor puts the indentation of the line in front of every line of a snippet, so that its own is without that.
 * `undefined` where a line would be indented less.
 */
function withoutIndentation(text: string, edit: Edit): Edit | undefined {
  const { current } = indentationAt(text, edit.offset);
  const [first = '', ...lines] = edit.content.split('\n');
  if (!lines.every((line) => line.startsWith(current))) return undefined;
  return { ...edit, content: [first, ...lines.map((line) => line.slice(current.length))].join('\n') };
}
