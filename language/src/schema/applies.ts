import type { Path } from '../documents/locate.ts';
import { isReferring } from '../documents/reference.ts';
import { valueAt } from '../documents/value.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { AppliesWith, Json, JsonSchema } from './jsonSchema.ts';
import { propertySchema, subschemaAt } from './lookup.ts';
import { correctionFor } from './corrections.ts';

/** The property that decides whether another one has an effect, and its values. */
export interface Condition {
  readonly property: string;
  /** Its values for which the other property has an effect; `undefined` for any value. */
  readonly values: readonly string[] | undefined;
  /** Its other values. */
  readonly others: readonly string[];
}

/** Returns what decides whether the property at `path` has an effect, or `undefined` if it always has one. */
export function conditionAt(path: Path): Condition | undefined {
  const place = decisionAt(path);
  if (place === undefined) return undefined;
  const { property, values } = place.condition;
  const allValues = subschemaAt([...place.owner, property])?.enum ?? [];
  return { property, values, others: allValues.filter((value) => values?.includes(value) === false) };
}

/** The reason why a property has no effect. */
export interface WithoutEffect {
  readonly condition: AppliesWith;
  /** The path of the object that holds the deciding property. */
  readonly owner: Path;
  /** The value of the deciding property; `undefined` if it has none. */
  readonly value: string | undefined;
}

/**
 * Returns why the property at `path` has no effect in a document with the value `root`, by the `x-appliesWith` of the schema.
 * Returns `undefined` if it has one, and `undecided` if that depends on a missing or invalid value.
 */
export function withoutEffect(path: Path, root: Json): WithoutEffect | 'undecided' | undefined {
  const place = decisionAt(path);
  if (place === undefined) return undefined;
  const { condition, owner } = place;
  const decider = [...owner, condition.property];
  const value = decidingValue(valueAt(root, decider), subschemaAt(decider));
  if (value === 'undecided') return value;
  return applies(condition, value) ? undefined : { condition, owner, value };
}

/** Returns the `x-appliesWith` of the property at `path`, with the path of the object that has the deciding property. */
function decisionAt(path: Path): { readonly condition: AppliesWith; readonly owner: Path } | undefined {
  const condition = subschemaAt(path)?.['x-appliesWith'];
  const owner = condition && ownerOf(condition.property, path.slice(0, -1));
  return condition && owner && { condition, owner };
}

/** Returns the path of the innermost object around a property that can have the deciding one. */
function ownerOf(name: string, object: Path): Path | undefined {
  for (let depth = object.length; depth >= 0; depth--) {
    const owner = object.slice(0, depth);
    const schema = subschemaAt(owner);
    if (schema && propertySchema(schema, name)) return owner;
  }
  return undefined;
}

/** Returns the deciding value or its default; `undecided` if it’s missing without a default, or invalid. */
function decidingValue(value: Json, schema: JsonSchema | undefined): string | undefined {
  if (value === undefined) return isRequiredDecider(schema) ? 'undecided' : asText(schema?.default);
  const text = asText(value);
  if (text === undefined || isReferring(text)) return 'undecided';
  return schema?.enum?.includes(text) === true ? text : ((schema && correctionFor(schema, text)) ?? 'undecided');
}

/** Whether the deciding property must have a value, so that a missing one decides nothing. */
function isRequiredDecider(schema: JsonSchema | undefined): boolean {
  return schema?.default === undefined && requiredProperties.has(schema);
}

/** The properties that every document has. Other properties decide by being absent, too. */
const requiredProperties: ReadonlySet<JsonSchema | undefined> = new Set(requiredIn(jobSchema));

function requiredIn(schema: JsonSchema): JsonSchema[] {
  const properties = Object.entries(schema.properties ?? {});
  return properties.flatMap(([name, inner]) => [
    ...(schema.required?.includes(name) === true ? [inner] : []),
    ...requiredIn(inner),
  ]);
}

function applies({ values }: AppliesWith, value: string | undefined): boolean {
  return value !== undefined && (values === undefined || values.includes(value));
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
}
