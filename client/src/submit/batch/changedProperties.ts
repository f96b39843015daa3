import { isObject } from '../../../../language/src/documents/value.ts';
import type { Json } from '../../../../language/src/schema/jsonSchema.ts';
import type { Changes } from '../review/changes.ts';

/** Returns the names of the properties that differ, each once, in the order of the document. An array counts as a whole. */
export function changedProperties({ before, after }: Changes): string[] {
  return [...new Set(differences(before, after, ''))];
}

function differences(before: Json, after: Json, name: string): string[] {
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...names].flatMap((one) => differences(before[one], after[one], one));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [name];
}
