import type { Node } from 'jsonc-parser';

/** An object of JSON with any values. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value of a syntax tree: as `JSON.parse` gives it, also for a broken text (a property without a value is left out).
 * Of properties with the same name the last one counts, as in `JSON.parse`.
 */
export function nodeValue(node: Node): unknown {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        (node.children ?? []).flatMap((property) => {
          const [key, value] = property.children ?? [];
          return key && value ? [[String(key.value), nodeValue(value)]] : [];
        }),
      );
    case 'array':
      return (node.children ?? []).map(nodeValue);
    case 'property':
      return undefined;
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return node.value;
  }
}

/** The value at a path inside a value; `undefined` where there is none. */
export function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce(childValue, root);
}

/** A property of an object or an element of an array; `undefined` where there is none. */
export function childValue(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** Whether two nodes have the same value, whatever their layout. */
export function isSameValue(left: Node, right: Node): boolean {
  return JSON.stringify(nodeValue(left)) === JSON.stringify(nodeValue(right));
}
