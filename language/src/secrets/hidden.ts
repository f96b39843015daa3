import { firstIndex } from '../documents/binarySearch.ts';
import { jobSchema } from '../generated/jobSchema.js';
import type { JsonSchema } from '../schema/jsonSchema.ts';
import { generousPasswords, hasNoPassword, isAddress, secretParameter } from './address.ts';

/** Whether an address may hold a password, which isn't to be shown. */
export function mayHoldPassword(address: string): boolean {
  return address.includes('@') || secretParameter(address) !== undefined;
}

/**
 * An address as it can be shown on a line: without its generous passwords, the user before its host, and what follows
 * `password=` in any text.
 */
export function withoutPassword(address: string): string {
  if (hasNoPassword(address)) return address;
  const masked = generousPasswords(address).reduceRight(
    (text, { offset, length }) => text.slice(0, offset) + hidden + text.slice(offset + length),
    address,
  );
  const host = isAddress(address) ? masked.lastIndexOf('@') : -1;
  const scheme = masked.slice(0, Math.max(host, 0)).search(/(?<=:\/\/)/);
  const shown = host < 0 ? masked : masked.slice(0, Math.max(scheme, 0)) + hidden + masked.slice(host);
  const password = secretParameter(shown);
  return password ? shown.slice(0, password.value) + hidden : shown;
}

/** What is shown for a secret. */
export const hidden = '••••';

/** Whether a property holds a secret, going by its name: also one in a place where the API has none. */
export function isSecretName(name: string): boolean {
  return secretNames.test(name);
}

/**
 * Returns a function that returns whether a place of a text that isn't JSON may be the value of a secret: its line or
 * the one before names one. Then the text there isn't repeated. The text is searched once, whatever the number of
 * places.
 */
export function secretPlacesNear(text: string): (offset: number, length: number) => boolean {
  const lineBreaks = Array.from(text.matchAll(/\n/g), ({ index }) => index);
  const names = Array.from(text.matchAll(everySecretName), ({ index, 1: name = '' }) => ({
    start: index,
    end: index + name.length,
  }));
  return (offset, length) => {
    const end = offset + Math.min(length, reach);
    // The second line break before the place, which the line before begins behind.
    const before = lineBreaks[firstIndex(lineBreaks.length, (index) => (lineBreaks[index] ?? 0) >= offset) - 2] ?? 0;
    const from = Math.max(0, offset - reach, before);
    const first = firstIndex(names.length, (index) => (names[index]?.start ?? 0) >= from);
    // Names that begin before the end and don't end there are the last few ones.
    for (let index = first; (names[index]?.start ?? end) < end; index++) {
      if ((names[index]?.end ?? Infinity) <= end) return true;
    }
    return false;
  };
}

/** As far as a long line is looked at. */
const reach = 1000;

const allNames = [...new Set(namesIn(jobSchema))].sort((left, right) => left.length - right.length).join('|');

const secretNames = new RegExp(allNames, 'i');

/** Finds the shortest name at each place where one begins, also within another one. */
const everySecretName = new RegExp(`(?=(${allNames}))`, 'gi');

function namesIn(schema: JsonSchema): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    inner['x-secret'] === true ? [name] : namesIn(inner),
  );
}
