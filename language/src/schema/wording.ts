import * as l10n from '@vscode/l10n';
import { typesOf, type JsonSchema, type JsonType } from './jsonSchema.ts';

/** A type as a person says it. */
export function typeName(type: JsonType): string {
  switch (type) {
    case 'string':
      return l10n.t('a text in double quotes');
    case 'number':
      return l10n.t('a number');
    case 'integer':
      return l10n.t('a whole number');
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

/** The types that a subschema admits, as a person says them. */
export function typeNames(schema: JsonSchema): string {
  return typesOf(schema).map(typeName).join(l10n.t(' or '));
}

/** The limits of a text's length in characters; `undefined` where there are none. */
export function lengthLimits({ minLength, maxLength }: JsonSchema): string | undefined {
  if (minLength !== undefined && maxLength !== undefined) return l10n.t('{0} to {1} characters', minLength, maxLength);
  if (maxLength !== undefined) return l10n.t('at most {0} characters', maxLength);
  return minLength === undefined ? undefined : l10n.t('at least {0} characters', minLength);
}

/** The range of a number; `undefined` where there is none. */
export function rangeLimits({ minimum, maximum }: JsonSchema): string | undefined {
  if (minimum !== undefined && maximum !== undefined) return l10n.t('{0} to {1}', minimum, maximum);
  if (maximum !== undefined) return l10n.t('at most {0}', maximum);
  return minimum === undefined ? undefined : l10n.t('at least {0}', minimum);
}

/** The number of elements of an array; `undefined` where there is no limit. */
export function itemLimits({ maxItems }: JsonSchema): string | undefined {
  return maxItems === undefined ? undefined : l10n.t('at most {0} entries', maxItems);
}
