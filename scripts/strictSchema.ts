import { isObject, type JsonObject } from '../language/src/documents/value.ts';

/** The annotations with softer constraints, by the severity of a violation. */
const annotations = { warning: 'x-warning', information: 'x-information' } as const;

/** What goes with a constraint but isn't one. */
const texts: ReadonlySet<string> = new Set(['patternDescription', 'enumDescriptions']);

/** The alternative to every constraint of a string: its value isn't known yet. */
const reference = '#/definitions/Reference';

/**
 * Returns the schema with everything that is reported, made from the published one, which has errors only:
 *
 * - The constraints in `x-warning` and `x-information` become constraints, each with its severity in `x-severity`.
 *   Where there is a wider one of the same keyword, that one goes to `x-error`, and the reason for the narrower one to
 *   `x-reason`.
 * - The constraints of strings apply to references, too, because the rules excuse those by themselves.
 */
export function strictSchema(published: JsonObject): JsonObject {
  const { definitions, ...root } = strictObject(published);
  const others = Object.entries(isObject(definitions) ? definitions : {}).filter(
    ([name]) => !reference.endsWith(`/${name}`),
  );
  return { ...root, definitions: Object.fromEntries(others) };
}

function strict(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strict);
  return isObject(value) ? strictObject(value) : value;
}

function strictObject(published: JsonObject): JsonObject {
  let schema: JsonObject = Object.fromEntries(
    Object.entries(withoutReference(published)).map(([key, value]) => [key, strict(value)]),
  );
  for (const [severity, annotation] of Object.entries(annotations)) {
    const { [annotation]: soft, ...hard } = schema;
    if (isObject(soft)) schema = withSoftConstraints(hard, soft, severity);
  }
  return schema;
}

/** Replaces the choice between constraints and a reference by the constraints. @throws for another choice */
function withoutReference(schema: JsonObject): JsonObject {
  const { anyOf, ...others } = schema;
  if (anyOf === undefined) return schema;
  const [constraints, alternative] =
    Array.isArray(anyOf) && anyOf.length === 2 ? anyOf.map((part: unknown) => part) : [];
  if (!isObject(constraints) || !isObject(alternative) || alternative.$ref !== reference) {
    throw new Error('"anyOf" must be a choice between constraints and a reference.');
  }
  return { ...others, ...constraints };
}

function withSoftConstraints(
  hard: JsonObject,
  { description: reason, ...soft }: JsonObject,
  severity: string,
): JsonObject {
  const keywords = Object.keys(soft).filter((keyword) => !texts.has(keyword));
  const wider = keywords.filter((keyword) => keyword in hard);
  const severities = isObject(hard['x-severity']) ? hard['x-severity'] : {};
  return {
    ...hard,
    ...soft,
    'x-severity': { ...severities, ...Object.fromEntries(keywords.map((keyword) => [keyword, severity])) },
    ...(wider.length > 0 && { 'x-error': Object.fromEntries(wider.map((keyword) => [keyword, hard[keyword]])) }),
    ...(reason !== undefined && { 'x-reason': reason }),
  };
}
