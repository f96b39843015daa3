import { escaped } from '../../../../language/src/documents/reference.ts';
import { childValue, isObject, type JsonObject } from '../../../../language/src/documents/value.ts';
import { jobSchema } from '../../../../language/src/generated/jobSchema.js';
import { typesOf, type Json, type JsonSchema } from '../../../../language/src/schema/jsonSchema.ts';
import { elementSchema, propertySchema } from '../../../../language/src/schema/lookup.ts';
import { generousPasswords } from '../../../../language/src/secrets/address.ts';
import { isSecretName } from '../../../../language/src/secrets/hidden.ts';
import { isMissing } from '../../submit/review/changes.ts';

/** How the texts of the service are written into a document. */
export interface WrittenTexts {
  /**
   * What is written for a password in an address.
   * @param index counts the passwords of the address, from 0
   * @param password all that may be of the password
   */
  readonly password: (index: number, password: string) => string;
  /** Masks the secrets that are known. */
  readonly redact: (text: string) => string;
}

/** The properties of a request. The service adds others, such as the job's ID. */
export const requestProperties = ['name', 'description', 'type', 'parameter'] as const;

/** Returns the properties that a job of the service has in common with a request, as they are. */
export function definitionOf(shown: JsonObject): JsonObject {
  const names = requestProperties.filter((name) => childValue(shown, name) !== undefined);
  return Object.fromEntries(names.map((name) => [name, shown[name]]));
}

/**
 * Returns a job of the service as the document of a request: without what the service adds and what is `null`, without secrets, with
 * values as the schema has them, and with `$${` for a `${` that isn't a reference.
 */
export function jobInRequestForm(shown: JsonObject, texts: WrittenTexts): Json {
  return inRequestForm(definitionOf(shown), '', jobSchema, texts);
}

/** Returns a value that the service shows as a document has it. @param name the property that it is the value of */
export function inRequestForm(value: Json, name: string, schema: JsonSchema | undefined, texts: WrittenTexts): Json {
  if (Array.isArray(value)) {
    const element = schema && elementSchema(schema);
    return value.map((one: unknown) => inRequestForm(one, name, element, texts));
  }
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([inner, one]) => !isMissing(one) && !isSecretName(inner))
        .map(([inner, one]) => [inner, inRequestForm(one, inner, schema && propertySchema(schema, inner), texts)]),
    );
  }
  const typed = ofItsType(value, name, schema);
  return typeof typed === 'string' ? writtenText(typed, texts) : typed;
}

/** The API reference prints UPSERT as UPDATE, and numbers as strings or strings as numbers. */
function ofItsType(value: Json, name: string, schema: JsonSchema | undefined): Json {
  if (schema === undefined) return value;
  const types = typesOf(schema);
  const takesText = types.includes('string');
  if (typeof value === 'number' && takesText && !types.includes('integer') && !types.includes('number')) {
    return String(value);
  }
  if (typeof value !== 'string') return value;
  const { enum: values } = schema;
  if (name === 'conflict_strategy' && value === 'UPDATE' && values?.includes(value) === false) return 'UPSERT';
  if (takesText) return value;
  if ((types.includes('integer') || types.includes('number')) && String(Number(value)) === value) return Number(value);
  return types.includes('boolean') && (value === 'true' || value === 'false') ? value === 'true' : value;
}

/** A text as a document has it: passwords aren't there, and nothing in it is a reference by accident. */
function writtenText(text: string, { password, redact }: WrittenTexts): string {
  const parts: string[] = [];
  let end = 0;
  generousPasswords(text, []).forEach(({ offset, length }, index) => {
    parts.push(escaped(redact(text.slice(end, offset))), password(index, text.slice(offset, offset + length)));
    end = offset + length;
  });
  return parts.join('') + escaped(redact(text.slice(end)));
}
