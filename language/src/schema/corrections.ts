import { isReferring } from '../documents/reference.ts';
import { isObject } from '../documents/value.ts';
import type { Json, JsonSchema } from './jsonSchema.ts';
import { propertySchema } from './lookup.ts';
import { isSameWord, nearest } from './nearest.ts';

/** Returns the allowed value that a misspelled one stands for: by the schema's known misspellings, else the nearest. */
export function correctionFor(schema: JsonSchema, word: string): string | undefined {
  const { enum: values = [], 'x-misspellings': misspellings = {} } = schema;
  const known = Object.entries(misspellings).find(([misspelling]) => isMisspelling(misspelling, word))?.[1];
  return known ?? nearest(word, values);
}

/** Whether a correction leaves no doubt: the word is a known misspelling, or differs in case or separators only. */
export function isCertainCorrection(schema: JsonSchema, word: string, correction: string): boolean {
  const misspellings = Object.keys(schema['x-misspellings'] ?? {});
  return isSameWord(word, correction) || misspellings.some((misspelling) => isMisspelling(misspelling, word));
}

/** Returns a string, corrected where the schema's enumeration doesn't have it. References stay. */
export function correctedText(text: string, schema: JsonSchema): string {
  if (schema.enum === undefined || schema.enum.includes(text) || isReferring(text)) return text;
  return correctionFor(schema, text) ?? text;
}

/** Returns a value with misspelled enumeration values corrected, except in arrays; the same value where none is misspelled. */
export function correctedValue(value: Json, schema: JsonSchema): Json {
  if (typeof value === 'string') return correctedText(value, schema);
  return isObject(value) ? correctedObject(value, schema) : value;
}

function correctedObject(object: Readonly<Record<string, Json>>, schema: JsonSchema): Json {
  let result: Map<string, Json> | undefined;
  for (const name of Object.keys(object)) {
    const property = propertySchema(schema, name);
    const corrected = property ? correctedValue(object[name], property) : object[name];
    if (corrected !== object[name]) (result ??= new Map(Object.entries(object))).set(name, corrected);
  }
  return result ? Object.fromEntries(result) : object;
}

function isMisspelling(misspelling: string, word: string): boolean {
  return misspelling === word || misspelling === word.toUpperCase().trim();
}
