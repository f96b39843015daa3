import * as l10n from '@vscode/l10n';
import { joinNames } from '../joining.ts';
import { typesOf, type JsonSchema, type JsonType } from './jsonSchema.ts';

/** Returns a type with its article, for a sentence: "a string". */
export function typeName(type: JsonType): string {
  switch (type) {
    case 'string':
      return l10n.t('a string');
    case 'number':
      return l10n.t('a number');
    case 'integer':
      return l10n.t('an integer');
    case 'boolean':
      return l10n.t('true or false');
    case 'object':
      return l10n.t('an object { … }');
    case 'array':
      return l10n.t('an array [ … ]');
    case 'null':
      return l10n.t('null');
  }
}

/** Returns the types that a subschema allows, for a sentence: "a string or an integer". */
export function typeNames(schema: JsonSchema): string {
  const types = typesOf(schema);
  return isStringOrInteger(types) ? l10n.t('a string or an integer') : alternatives(types.map(typeName));
}

/** Returns the types that a subschema allows, for a heading: "string or integer". */
export function typeLabels(schema: JsonSchema): string {
  const types = typesOf(schema);
  return isStringOrInteger(types) ? l10n.t('string or integer') : alternatives(types.map(typeLabel));
}

/** The only pair in the schema. It’s one message, because Chinese has no spaces between words. */
function isStringOrInteger(types: readonly JsonType[]): boolean {
  return types.length === 2 && types.includes('string') && types.includes('integer');
}

/** Returns a type without an article, for a heading: "string". */
function typeLabel(type: JsonType): string {
  switch (type) {
    case 'string':
      return l10n.t('string');
    case 'number':
      return l10n.t('number');
    case 'integer':
      return l10n.t('integer');
    case 'boolean':
      return l10n.t('Boolean');
    case 'object':
      return l10n.t('object');
    case 'array':
      return l10n.t('array');
    case 'null':
      return l10n.t('null');
  }
}

/** Returns alternatives as a sentence lists them: `a`, `a or b`, or `a, b, or c`. */
export function alternatives(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  if (items.length === 2) return l10n.t('{0} or {1}', items[0] ?? '', last);
  return l10n.t('{0}, or {1}', joinNames(items.slice(0, -1)), last);
}

/** Returns the limits of the length of a string in characters, or `undefined` if it has none. */
export function lengthLimits({ minLength, maxLength }: JsonSchema): string | undefined {
  if (minLength !== undefined && maxLength !== undefined) return l10n.t('{0} to {1} characters', minLength, maxLength);
  if (maxLength !== undefined) return l10n.t('at most {0} characters', maxLength);
  return minLength === undefined ? undefined : l10n.t('at least {0} characters', minLength);
}

/** Returns the range of a number, or `undefined` if it has none. */
export function rangeLimits({ minimum, maximum }: JsonSchema): string | undefined {
  if (minimum !== undefined && maximum !== undefined) return l10n.t('between {0} and {1}', minimum, maximum);
  if (maximum !== undefined) return l10n.t('at most {0}', maximum);
  return minimum === undefined ? undefined : l10n.t('at least {0}', minimum);
}

/** Returns the limit of the number of elements of an array, or `undefined` if it has none. */
export function itemLimits({ maxItems }: JsonSchema): string | undefined {
  return maxItems === undefined ? undefined : l10n.t('at most {0} elements', maxItems);
}
