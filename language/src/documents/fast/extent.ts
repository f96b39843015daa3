import { stringEnd } from '../parsing/stringLiteral.ts';

/** How deep and how large JSON is. */
export interface Extent {
  /** How many objects and arrays are nested; what is nested deeper than the maximum isn't read. */
  readonly depth: number;
  /** How many properties are written. More than the value has means duplicates. */
  readonly properties: number;
  /** How many levels of indentation the lines have together when the text is formatted. */
  readonly indentation: number;
}

/**
 * Returns the extent of a text that is JSON; for another text, the result is undefined. It takes a fraction of the time
 * of `JSON.parse`, which reads brackets that are nested without end at 60 bytes of memory each.
 */
export function extentOf(json: string, maximumDepth: number): Extent {
  let level = 0;
  let depth = 0;
  let properties = 0;
  let indentation = 0;
  for (let index = 0; index < json.length && depth <= maximumDepth; index++) {
    const unit = json.charCodeAt(index);
    if (unit === 0x20) continue;
    switch (unit) {
      case 0x22: // "
        index = stringEnd(json, index) - 1;
        break;
      case 0x3a: // :
        properties++;
        break;
      case 0x2c: // ,
        indentation += level;
        break;
      case 0x7b: // {
      case 0x5b: // [
        level++;
        if (level > depth) depth = level;
        indentation += level;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        level--;
        indentation += level;
        break;
      default:
        break;
    }
  }
  return { depth, properties, indentation };
}

/** Returns how many properties a value has, with those of the objects in it. */
export function countProperties(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const element of value) count += countProperties(element);
    return count;
  }
  for (const property of Object.values(value)) count += 1 + countProperties(property);
  return count;
}
