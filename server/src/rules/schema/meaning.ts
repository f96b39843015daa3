import { member as memberOf } from '../../documents/locate.ts';
import { membersOf, subschemaAt } from '../../schema/lookup.ts';
import { isSameWord, nearest } from '../../schema/nearest.ts';
import type { Violation } from './violation.ts';

/** The value that is meant by one that is not allowed: of a known misspelling, or the nearest. */
export function meantValue({ schema, value }: Violation): string | undefined {
  const word = String(value.value);
  const { enum: values = [], 'x-misspellings': misspellings = {} } = schema;
  const known = Object.entries(misspellings).find(([misspelling]) => isSameMisspelling(misspelling, word))?.[1];
  return known ?? nearest(word, values) ?? (values.length === 1 ? values[0] : undefined);
}

/** Whether there is no doubt: a known misspelling, or another case or separator. */
export function isSurelyMeant({ schema, value }: Violation, meant: string): boolean {
  const word = String(value.value);
  const misspellings = Object.keys(schema['x-misspellings'] ?? {});
  return isSameWord(word, meant) || misspellings.some((misspelling) => isSameMisspelling(misspelling, word));
}

/** The member that is meant by an unknown name: the nearest one of the object that is not there yet. */
export function meantMember({ path, value, members: [member = ''] }: Violation): string | undefined {
  const schema = subschemaAt(path);
  if (schema === undefined) return undefined;
  return nearest(
    member,
    membersOf(schema)
      .map(([name]) => name)
      .filter((name) => !memberOf(value, name)),
  );
}

function isSameMisspelling(misspelling: string, word: string): boolean {
  return misspelling === word || misspelling === word.toUpperCase().trim();
}
