import { stringEnd } from '../parsing/stringLiteral.ts';

/** How deep and how large a JSON value is. */
export interface Extent {
  /** How many objects and arrays are nested. */
  readonly depth: number;
  /** How many properties all its objects have. */
  readonly properties: number;
}

/** Returns the extent of a value. What is nested deeper than `maximumDepth` isn't counted. */
export function extentOf(value: unknown, maximumDepth: number): Extent {
  let deepest = 0;
  let properties = 0;
  const add = (inner: unknown, depth: number): void => {
    if (typeof inner !== 'object' || inner === null) return;
    deepest = Math.max(deepest, depth);
    if (depth > maximumDepth) return;
    if (Array.isArray(inner)) {
      for (const element of inner) add(element, depth + 1);
      return;
    }
    for (const property of Object.values(inner)) {
      properties++;
      add(property, depth + 1);
    }
  };
  add(value, 1);
  return { depth: deepest, properties };
}

/** Returns how many properties are written in a text that is JSON. More than its value has means duplicates. */
export function countProperties(json: string): number {
  let count = 0;
  for (let index = 0; index < json.length; index++) {
    const unit = json.charCodeAt(index);
    if (unit === 0x22) index = stringEnd(json, index) - 1;
    else if (unit === 0x3a) count++;
  }
  return count;
}
