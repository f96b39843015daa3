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

/**
 * A document's value with every misspelt one replaced by what is meant, so that what depends on it is told before it is
 * put right, not after. The same value where nothing is misspelt.
 */
export function asMeant(value: Json, schema: JsonSchema): Json {
  if (typeof value === 'string') {
    if (schema.enum === undefined || schema.enum.includes(value) || isReferring(value)) return value;
    return meantValue(schema, value) ?? value;
  }
  if (Array.isArray(value)) {
    const element = elementSchema(schema);
    const elements: readonly Json[] = value;
    return element
      ? same(
          elements,
          elements.map((inner) => asMeant(inner, element)),
        )
      : value;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value);
  const meant = members.map(([name, inner]): [string, Json] => {
    const member = memberSchema(schema, name);
    return [name, member ? asMeant(inner, member) : inner];
  });
  return meant.every(([, inner], index) => inner === members[index]?.[1]) ? value : Object.fromEntries(meant);
}

function same(before: readonly Json[], after: readonly Json[]): readonly Json[] {
  return after.every((element, index) => element === before[index]) ? before : after;
}

function isMisspelling(misspelling: string, word: string): boolean {
  return misspelling === word || misspelling === word.toUpperCase().trim();
}
