import { isReferring } from '../documents/reference.ts';
import { isObject, type Json, type JsonSchema } from './jsonSchema.ts';
import { elementSchema, memberSchema } from './lookup.ts';
import { isSameWord, nearest } from './nearest.ts';

/** The allowed value that is meant by one that is not: of a known misspelling, or the nearest. */
export function meantValue(schema: JsonSchema, word: string): string | undefined {
  const { enum: values = [], 'x-misspellings': misspellings = {} } = schema;
  const known = Object.entries(misspellings).find(([misspelling]) => isMisspelling(misspelling, word))?.[1];
  return known ?? nearest(word, values);
}

/** Whether there is no doubt what is meant: a known misspelling, or another case or separator. */
export function isSurelyMeant(schema: JsonSchema, word: string, meant: string): boolean {
  const misspellings = Object.keys(schema['x-misspellings'] ?? {});
  return isSameWord(word, meant) || misspellings.some((misspelling) => isMisspelling(misspelling, word));
}

/** A text, or the one that is meant where it is misspelt. */
export function textAsMeant(text: string, schema: JsonSchema): string {
  if (schema.enum === undefined || schema.enum.includes(text) || isReferring(text)) return text;
  return meantValue(schema, text) ?? text;
}

/**
 * A document's value with every misspelt one replaced by what is meant, so that what depends on it is told before it is
 * put right, not after. The same value where nothing is misspelt.
 *
 * @param holders the objects and arrays in which there is one; the others, which may be big, are not looked through
 */
export function asMeant(value: Json, schema: JsonSchema, holders: ReadonlySet<Json>): Json {
  if (typeof value === 'string') return textAsMeant(value, schema);
  if (!holders.has(value)) return value;
  if (Array.isArray(value)) return elementsAsMeant(value, elementSchema(schema), holders);
  return isObject(value) ? membersAsMeant(value, schema, holders) : value;
}

function elementsAsMeant(
  elements: readonly Json[],
  schema: JsonSchema | undefined,
  holders: ReadonlySet<Json>,
): readonly Json[] {
  let result: Json[] | undefined;
  for (const [index, element] of schema ? elements.entries() : []) {
    const meant = asMeant(element, schema ?? {}, holders);
    // A copy is made for the first one that differs.
    if (meant !== element) (result ??= [...elements])[index] = meant;
  }
  return result ?? elements;
}

function membersAsMeant(object: Readonly<Record<string, Json>>, schema: JsonSchema, holders: ReadonlySet<Json>): Json {
  let result: Map<string, Json> | undefined;
  for (const name of Object.keys(object)) {
    const member = memberSchema(schema, name);
    const meant = member ? asMeant(object[name], member, holders) : object[name];
    if (meant !== object[name]) (result ??= new Map(Object.entries(object))).set(name, meant);
  }
  return result ? Object.fromEntries(result) : object;
}

function isMisspelling(misspelling: string, word: string): boolean {
  return misspelling === word || misspelling === word.toUpperCase().trim();
}
