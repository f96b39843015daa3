import type { Node } from 'jsonc-parser';

/**
 * Returns a function from an offset in a string's value to the offset in the document where that UTF-16 unit is written;
 * the end of the value maps to the closing quote. `undefined` for a string that isn't written as JSON writes it.
 */
export function stringOffsets(text: string, { offset, length, value }: Node): ((unit: number) => number) | undefined {
  const start = offset + 1;
  const size = String(value).length;
  const source = text.slice(offset, offset + length);
  if (!source.startsWith('"') || !source.endsWith('"')) return undefined;
  if (!source.includes('\\')) return size === length - 2 ? (unit) => start + unit : undefined;
  const offsets = Array.from(source.slice(1, -1).matchAll(/\\u[0-9A-Fa-f]{4}|\\?[^]/g), ({ index }) => start + index);
  return size === offsets.length ? (unit) => offsets[unit] ?? offset + length - 1 : undefined;
}
