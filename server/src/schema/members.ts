import type { Path } from '../documents/locate.ts';
import { childValue } from '../documents/value.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { Json, JsonSchema } from './jsonSchema.ts';
import { elementSchema, memberSchema } from './lookup.ts';

/** What the schema's conditions say of the members of one object, given the rest of the document. */
export interface MemberConditions {
  /** Mandatory here: by the page, or by a condition that holds. */
  readonly mandatory: ReadonlySet<string>;
  /** Named only by conditions that do not hold: the block of another `type`, for example. */
  readonly irrelevant: ReadonlySet<string>;
}

/**
 * Which members of the object at `path` are mandatory, and which do not apply, in a document whose value is `root`.
 * Every `if`/`then` of the schema above that object is tried against the document, wherever the deciding member stands.
 */
export function memberConditions(path: Path, root: Json): MemberConditions {
  const mandatory = new Set<string>();
  const excluded = new Set<string>();
  let schema: JsonSchema | undefined = jobSchema;
  let value = root;
  for (let depth = 0; schema !== undefined; depth++) {
    const below = path.slice(depth);
    for (const condition of schema.allOf ?? []) {
      const names = requiredAt(condition.then, below);
      const verdict = holds(condition.if, schema, value);
      if (verdict === true) addAll(mandatory, names);
      if (verdict === false) addAll(excluded, names);
    }
    const [segment] = below;
    if (segment === undefined) {
      addAll(mandatory, schema.required ?? []);
      break;
    }
    schema = typeof segment === 'number' ? elementSchema(schema) : memberSchema(schema, segment);
    value = childValue(value, segment);
  }
  const irrelevant = new Set([...excluded].filter((name) => !mandatory.has(name)));
  return { mandatory, irrelevant };
}

/** Whether an `if` holds; `undefined` while the document does not say: the deciding member is missing or misspelt. */
function holds(condition: JsonSchema | undefined, schema: JsonSchema, value: Json): boolean | undefined {
  for (const [name, expected] of Object.entries(condition?.properties ?? {})) {
    const actual = childValue(value, name);
    if (actual === expected.const || (typeof actual === 'string' && expected.enum?.includes(actual))) continue;
    const known = typeof actual === 'string' && memberSchema(schema, name)?.enum?.includes(actual);
    return known === true ? false : undefined;
  }
  return true;
}

function requiredAt(schema: JsonSchema | undefined, path: Path): readonly string[] {
  const place = path.reduce<JsonSchema | undefined>((above, segment) => above?.properties?.[segment], schema);
  return place?.required ?? [];
}

function addAll(set: Set<string>, names: Iterable<string>): void {
  for (const name of names) set.add(name);
}
