import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { applyEdits, difference } from '../../documents/edits/applyEdits.ts';
import { keyOf, pathOf, placeAt, type Path } from '../../documents/locate.ts';
import { parse } from '../../documents/parse.ts';
import { isObject, valueAt } from '../../documents/value.ts';
import { withoutEffect } from '../../schema/applies.ts';
import { requiredProperties } from '../../schema/conditions.ts';
import { withValue } from '../../schema/example.ts';
import type { Json, JsonSchema } from '../../schema/jsonSchema.ts';
import { propertiesOf, subschemaAt } from '../../schema/lookup.ts';
import { hasPlaceholder, isSample } from '../../schema/samples.ts';
import { scheduleToInsert } from '../schedule/insertion.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Decider } from '../findings/finding.ts';
import type { Environment } from '../environment.ts';
import { hasComment } from './comments.ts';
import { insertProperties } from './insertion.ts';
import { withoutProperties } from './removal.ts';

/**
 * Returns the property at `path` as one that others depend on, with the fix that adapts them to its value: what the value
 * needs is inserted, and sample values that it has no use for are removed. `undefined` where there is no such property.
 */
export function deciderAt(
  path: Path,
  document: CheckedDocument,
  environment: Pick<Environment, 'connection'>,
): Decider | undefined {
  const { written, intended } = document;
  const property = written.tree && placeAt(written.tree, path)?.property;
  const value = valueAt(intended, path);
  // A misspelled value is to be replaced first.
  if (property === undefined || value !== valueAt(written.data, path)) return undefined;
  return {
    span: property,
    fix: () => ({
      title: l10n.t('Adapt the other properties to "{0}"', String(value)),
      edits: () => {
        const edit = difference(document.text, adapted(path, document, environment));
        return edit ? [edit] : [];
      },
      mayLeaveFinding: true,
    }),
  };
}

function adapted(path: Path, document: CheckedDocument, environment: Pick<Environment, 'connection'>): string {
  const { text, written, intended } = document;
  const owner = path.slice(0, -1);
  const without = withValue(intended, path, undefined);
  const needs = needsIn(owner, document, without);
  const edits = needs.flatMap(({ object, names }) => {
    const schedule = names.includes('execute_frequency') ? scheduleToInsert(intended) : { names, values: {} };
    return insertProperties(document, object, schedule.names, environment, schedule.values)?.edits() ?? [];
  });
  const inserted = applyEdits(text, edits);
  const parsed = parse(inserted);
  const { tree } = parsed;
  const root = written.tree ? pathOf(written.tree) : [];
  const unused = unusedSamplesIn(owner, path, document).flatMap(
    (sample) => (tree && placeAt(tree, [...root, ...sample])?.property) ?? [],
  );
  return withoutProperties(
    inserted,
    unused.filter((property) => !hasComment(parsed, property) && !hasNamesake(property)),
  );
}

/** Whether the object has another property of the same name, which would count after the removal. */
function hasNamesake(property: Node): boolean {
  const name: unknown = keyOf(property)?.value;
  return property.parent?.children?.some((other) => other !== property && keyOf(other)?.value === name) === true;
}

/** An object that lacks properties. */
interface Need {
  readonly object: Path;
  readonly names: string[];
}

/** Returns what the objects at and below `object` lack that isn't required in `without`, the value without the decider. */
function needsIn(object: Path, document: CheckedDocument, without: Json): Need[] {
  const { intended } = document;
  const schema = subschemaAt(object);
  const value = valueAt(intended, object);
  if (schema === undefined || !isObject(value)) return [];
  const isMissing = ([name, inner]: readonly [string, JsonSchema]): boolean =>
    !Object.hasOwn(value, name) &&
    (needed(object, intended, without).has(name) || needsAny([...object, name], inner, intended, without));
  const names = propertiesOf(schema)
    .filter(isMissing)
    .map(([name]) => name);
  return [
    ...(names.length > 0 ? [{ object, names }] : []),
    ...propertiesOf(schema).flatMap(([name]) => needsIn([...object, name], document, without)),
  ];
}

function needsAny(object: Path, schema: JsonSchema, intended: Json, without: Json): boolean {
  return (
    needed(object, intended, without).size > 0 ||
    propertiesOf(schema).some(([name, inner]) => needsAny([...object, name], inner, intended, without))
  );
}

function needed(object: Path, intended: Json, without: Json): ReadonlySet<string> {
  const otherwise = requiredProperties(object, without);
  return new Set([...requiredProperties(object, intended)].filter((name) => !otherwise.has(name)));
}

/**
 * Returns the properties at and below `object` that are ignored because of the decider and that nobody has edited. Beside
 * ignored values of the user's own, only placeholders are certain: the user name of the sample may be the one that is meant.
 */
function unusedSamplesIn(object: Path, decider: Path, document: CheckedDocument): Path[] {
  const value = valueAt(document.intended, object);
  const schema = subschemaAt(object);
  if (schema === undefined || !isObject(value)) return [];
  const present = propertiesOf(schema)
    .filter(([name]) => Object.hasOwn(value, name))
    .map(([name, inner]) => ({
      path: [...object, name],
      inner,
      reason: withoutEffect([...object, name], document.intended),
    }));
  const ignored = present.flatMap(({ path, inner, reason }) => {
    const isOurs =
      typeof reason === 'object' &&
      JSON.stringify([...reason.owner, reason.condition.property]) === JSON.stringify(decider);
    return isOurs ? [{ path, inner, value: valueAt(document.written.data, path) }] : [];
  });
  const areSamples = ignored.every((one) => isSample(one.value, one.inner));
  return [
    ...ignored.filter((one) => areSamples || hasPlaceholder(one.value, one.inner)).map(({ path }) => path),
    ...present.flatMap(({ path, reason }) =>
      typeof reason === 'object' ? [] : unusedSamplesIn(path, decider, document),
    ),
  ];
}
