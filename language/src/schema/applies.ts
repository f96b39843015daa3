import type { Path } from '../documents/locate.ts';
import { isReferring } from '../documents/reference.ts';
import { valueAt } from '../documents/value.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { AppliesWith, Json, JsonSchema } from './jsonSchema.ts';
import { memberSchema, subschemaAt } from './lookup.ts';
import { correctionFor } from './corrections.ts';

/** Why a member has no effect. */
export interface WithoutEffect {
  readonly condition: AppliesWith;
  /** The path of the object that holds the deciding member. */
  readonly owner: Path;
  /** The value that decides; `undefined` where there is none. */
  readonly value: string | undefined;
}

/**
 * Why the member at `path` would have no effect in a document whose value is `root`: `x-appliesWith` of the schema.
 * `undefined` where it has one, `undecided` where the document does not say.
 */
export function withoutEffect(path: Path, root: Json): WithoutEffect | 'undecided' | undefined {
  const condition = subschemaAt(path)?.['x-appliesWith'];
  const owner = condition && ownerOf(condition.member, path.slice(0, -1));
  if (condition === undefined || owner === undefined) return undefined;
  const decider = [...owner, condition.member];
  const value = decidingValue(valueAt(root, decider), subschemaAt(decider));
  if (value === 'undecided') return value;
  return applies(condition, value) ? undefined : { condition, owner, value };
}

/** The nearest object around a member that can hold the deciding one. */
function ownerOf(name: string, object: Path): Path | undefined {
  for (let depth = object.length; depth >= 0; depth--) {
    const owner = object.slice(0, depth);
    const schema = subschemaAt(owner);
    if (schema && memberSchema(schema, name)) return owner;
  }
  return undefined;
}

/** The value that decides: what stands there, else the default. `undecided` where that is missing or no legal value. */
function decidingValue(value: Json, schema: JsonSchema | undefined): string | undefined {
  if (value === undefined) return isMandatoryDecider(schema) ? 'undecided' : asText(schema?.default);
  const text = asText(value);
  if (text === undefined || isReferring(text)) return 'undecided';
  return schema?.enum?.includes(text) === true ? text : ((schema && correctionFor(schema, text)) ?? 'undecided');
}

/** Without a default, only a member that may be left out decides by being left out. */
function isMandatoryDecider(schema: JsonSchema | undefined): boolean {
  return schema?.default === undefined && mandatoryMembers.has(schema);
}

/** The members that every document has; the others mean something by their absence. */
const mandatoryMembers: ReadonlySet<JsonSchema | undefined> = new Set(mandatoryIn(jobSchema));

function mandatoryIn(schema: JsonSchema): JsonSchema[] {
  const members = Object.entries(schema.properties ?? {});
  return members.flatMap(([name, inner]) => [
    ...(schema.required?.includes(name) === true ? [inner] : []),
    ...mandatoryIn(inner),
  ]);
}

function applies({ values }: AppliesWith, value: string | undefined): boolean {
  return value !== undefined && (values === undefined || values.includes(value));
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
}
