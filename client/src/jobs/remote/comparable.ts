import { referencePlacesIn } from '../../../../language/src/documents/reference.ts';
import { childValue, isObject } from '../../../../language/src/documents/value.ts';
import type { Json } from '../../../../language/src/schema/jsonSchema.ts';
import { withoutPasswords } from '../../secrets/secretValue.ts';
import { agrees } from '../../submit/requestBody.ts';

/**
 * Whether a value of a document is the one that the service shows, as far as that is known: secrets, and references that
 * aren't known, aren't compared.
 * @param sent the document's, with the references filled in that are known
 * @param name the property's name
 */
export function isSame(sent: Json, shown: Json, name: string): boolean {
  if (agrees(sent, shown, name)) return true;
  if (isObject(sent) && isObject(shown)) {
    return Object.entries(sent).every(([inner, value]) => isSame(value, childValue(shown, inner), inner));
  }
  if (Array.isArray(sent) && Array.isArray(shown)) {
    return sent.length === shown.length && sent.every((value: Json, index) => isSame(value, shown[index], name));
  }
  if (typeof sent !== 'string' || !isScalar(shown)) return false;
  return mayBe(sent, String(shown)) || mayBe(withoutPasswords(sent), withoutPasswords(String(shown)));
}

/** Whether a text with references can be another one once they are filled in. */
function mayBe(written: string, text: string): boolean {
  const places = referencePlacesIn(written).filter(({ kind }) => kind === 'secret' || kind === 'env');
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return false;
  const [start, end] = [written.slice(0, first.offset), written.slice(last.offset + last.length)];
  if (!text.startsWith(start) || !text.endsWith(end) || start.length + end.length > text.length) return false;
  let rest = text.slice(start.length, text.length - end.length);
  for (const [index, place] of places.slice(1).entries()) {
    const before = places[index];
    const between = before ? written.slice(before.offset + before.length, place.offset) : '';
    const found = rest.indexOf(between);
    if (found < 0) return false;
    rest = rest.slice(found + between.length);
  }
  return true;
}

function isScalar(value: Json): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
