import { extentOf } from '../../../language/src/documents/fast/extent.ts';
import { maximumDepth } from '../../../language/src/documents/limits.ts';

/**
 * Returns the value of a JSON text, as `JSON.parse` does, and `undefined` for any other text. One that is nested too deeply
 * for recursive functions counts as not JSON: `JSON.parse` takes many times as long for it.
 */
export function parseJson(text: string): unknown {
  if (extentOf(text, maximumDepth).depth > maximumDepth) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
