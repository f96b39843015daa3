import { jsonValue, parse } from '../../../../language/src/documents/parse.ts';
import { childValue, isObject, type JsonObject } from '../../../../language/src/documents/value.ts';
import { jobSchema } from '../../../../language/src/generated/jobSchema.js';
import type { Json, JsonSchema } from '../../../../language/src/schema/jsonSchema.ts';
import { elementSchema, propertiesOf, propertySchema } from '../../../../language/src/schema/lookup.ts';
import { sortProperties } from '../../../../language/src/schema/sort.ts';
import { isSecretName } from '../../../../language/src/secrets/hidden.ts';
import { agrees } from '../requestBody.ts';

/** A job as the service has it and as a document has it, in the properties of a request. */
export interface Changes {
  readonly before: Json;
  readonly after: Json;
}

/** A document's text, and the body that is sent: the same with its references filled in. */
export interface Written {
  readonly written: string;
  readonly sent: string;
}

/**
 * Compares a job that the service shows with a document. References are shown as references. What can't be compared counts
 * as equal: secrets, which the service doesn't return, and what one side leaves out where the other has `null`, an empty
 * value, or the default.
 *
 * Both may have secrets in them that are written in plain text.
 */
export function changesBetween(shown: JsonObject, { written, sent }: Written): Changes {
  const [after, body] = [jsonValue(written), jsonValue(sent)];
  // An update has no type.
  const before = isObject(body) && 'type' in body ? { ...shown, type: body.type } : shown;
  return { before: asWritten(after, body, before, '', jobSchema), after };
}

/** Whether nothing differs that can be compared. */
export function isUnchanged({ before, after }: Changes): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/**
 * Returns the names of the properties of a job that a document leaves out, in the order of the API reference. The type isn't
 * one of them, because an update has none.
 */
export function leftOutProperties(document: Json, shown: JsonObject): string[] {
  const { name, description, parameter } = shown;
  return leftOut(document, { name, description, parameter }, jobSchema);
}

function leftOut(document: Json, shown: JsonObject, schema: JsonSchema): string[] {
  if (!isObject(document)) return [];
  return propertiesOf(schema).flatMap(([name, inner]) => {
    const [own, theirs] = [childValue(document, name), childValue(shown, name)];
    if (own !== undefined) return isObject(theirs) ? leftOut(own, theirs, inner) : [];
    return isSecretName(name) || isNothing(theirs, inner) ? [] : [name];
  });
}

/** Returns a value as JSON, with the properties in the order of the API reference. */
export function readableText(value: Json): string {
  return `${sortProperties(parse(JSON.stringify(value, null, 2), Infinity))}\n`;
}

/** Returns a value that the service shows, written as in the document where that means the same. */
function asWritten(written: Json, sent: Json, shown: Json, name: string, schema: JsonSchema | undefined): Json {
  if (isSecretName(name) || (isMissing(shown) && isNothing(sent, schema))) return written;
  if (isObject(written) && isObject(sent) && isObject(shown)) return objectAsWritten(written, sent, shown, schema);
  if (Array.isArray(written) && Array.isArray(sent) && Array.isArray(shown)) {
    const element = schema && elementSchema(schema);
    return shown.map((value: unknown, index) =>
      index < sent.length ? asWritten(written[index], sent[index], value, name, element) : value,
    );
  }
  return agrees(sent, shown, name) ? written : shown;
}

function objectAsWritten(
  written: JsonObject,
  sent: JsonObject,
  shown: JsonObject,
  schema: JsonSchema | undefined,
): JsonObject {
  const schemaOf = (name: string): JsonSchema | undefined => schema && propertySchema(schema, name);
  const inDocument = Object.entries(written).map(([name, value]): [string, Json] =>
    // "$schema" isn't sent.
    [
      name,
      Object.hasOwn(sent, name) ? asWritten(value, sent[name], childValue(shown, name), name, schemaOf(name)) : value,
    ],
  );
  const others = Object.entries(shown).filter(([name, value]) => {
    const known = schemaOf(name);
    return !Object.hasOwn(written, name) && known !== undefined && !isNothing(value, known);
  });
  return Object.fromEntries([...inDocument.filter(([, value]) => value !== undefined), ...others]);
}

/** Whether a property isn't there: the service may show `null` for it. */
export function isMissing(value: Json): value is null | undefined {
  return value === undefined || value === null;
}

/** Whether a value means the same as none, or has only secrets, which can't be compared. */
export function isNothing(value: Json, schema: JsonSchema | undefined): boolean {
  if (isMissing(value) || value === '' || value === false || value === schema?.default) return true;
  if (Array.isArray(value)) return value.every(isMissing);
  return (
    isObject(value) &&
    Object.entries(value).every(
      ([name, inner]) => isSecretName(name) || isNothing(inner, schema && propertySchema(schema, name)),
    )
  );
}
