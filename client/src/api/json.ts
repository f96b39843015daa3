import { maximumDepth } from '../../../language/src/documents/limits.ts';
import { stringEnd } from '../../../language/src/documents/parsing/stringLiteral.ts';

/**
 * Returns the value of a JSON text, as `JSON.parse` does, and `undefined` for any other text. One that is nested too deeply
 * for recursive functions counts as not JSON: `JSON.parse` takes many times as long for it.
 */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset];
    if (character === '"') offset = stringEnd(text, offset) - 1;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > maximumDepth) return true;
  }
  return false;
}
