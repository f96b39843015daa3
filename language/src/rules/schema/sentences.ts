import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import type { Path } from '../../documents/locate.ts';
import type { JsonSchema } from '../../schema/jsonSchema.ts';
import { lengthOf } from '../../schema/limits.ts';
import { schemaText } from '../../schema/texts.ts';
import { alternatives, itemLimits, lengthLimits, rangeLimits, typeName, typeNames } from '../../schema/wording.ts';
import { quotable, quotedList } from '../findings/quotable.ts';
import { suggestedValue } from './suggestions.ts';
import { isDoubtful, type Decision, type Violation } from './violation.ts';
import { joinNames } from '../../joining.ts';

/** What is wrong and what is allowed, in a sentence. Never repeats a secret. */
export function sentence(violation: Violation): string {
  const { keyword, schema, path, value, because, properties } = violation;
  const [property = ''] = properties;
  const name = nameOf(path);
  if (because) return conditionalSentence(violation, because, name);
  switch (keyword) {
    case 'required':
      return path.length === 0
        ? l10n.t('A job requires {0}.', quotedList(properties))
        : l10n.t('{0} requires {1}.', name, quotedList(properties));
    case 'additionalProperties':
      return l10n.t('Unknown property "{0}".', quotable(property));
    case 'type':
      return path.length === 0
        ? l10n.t('A job must be a JSON object { … }, not {0}.', valueName(value))
        : l10n.t('{0} must be {1}, not {2}.', name, typeNames(schema), valueName(value));
    case 'enum':
      return unknownValue(violation, name);
    case 'minLength':
    case 'maxLength':
      return l10n.t('{0} must have {1}. It has {2}.', name, lengthLimits(schema) ?? '', lengthOf(String(value.value)));
    case 'pattern':
      return isDoubtful(violation)
        ? l10n.t('{0} should be {1}. {2}', name, patternName(schema), schemaText(schema['x-reason'] ?? ''))
        : l10n.t('{0} must be {1}.', name, patternName(schema));
    case 'minimum':
    case 'maximum':
      return l10n.t('{0} must be {1}.', name, rangeLimits(schema) ?? '');
    case 'maxItems':
      return l10n.t('{0} must have {1}. It has {2}.', name, itemLimits(schema) ?? '', value.children?.length ?? 0);
    default:
      return l10n.t('{0} isn’t valid in the API reference.', name);
  }
}

function patternName({ pattern = '', patternDescription = pattern }: JsonSchema): string {
  return schemaText(patternDescription);
}

function conditionalSentence(
  { keyword, schema, properties }: Violation,
  { property: decider, value }: Decision,
  name: string,
): string {
  if (keyword === 'required') return l10n.t('"{0}" requires {1}.', value, quotedList(properties));
  const limits = schema.patternDescription === undefined ? rangeLimits(schema) : schemaText(schema.patternDescription);
  if (limits === undefined) {
    const allowed = alternatives((schema.enum ?? []).map(String));
    return l10n.t('{0} must be "{1}" when "{2}" is "{3}".', name, allowed, decider, value);
  }
  return l10n.t('{0} must be {1} when "{2}" is "{3}".', name, limits, decider, value);
}

function unknownValue(violation: Violation, name: string): string {
  const { schema, value } = violation;
  const allowed = joinNames(schema.enum ?? []);
  const suggestion = suggestedValue(violation);
  return suggestion === undefined || schema.enum?.length === 1
    ? l10n.t('{0} can’t be {1}. Allowed: {2}.', name, quote(schema, value), allowed)
    : l10n.t('{0} can’t be {1}. Did you mean {2}? Allowed: {3}.', name, quote(schema, value), suggestion, allowed);
}

/** How a place is named in a sentence: `"locations[3].key"` by its last properties. */
function nameOf(path: Path): string {
  const lastName = path.findLastIndex((segment) => typeof segment === 'string');
  const start =
    typeof path.at(-2) === 'number' ? path.slice(0, lastName).findLastIndex((s) => typeof s === 'string') : lastName;
  const text = path.slice(start).map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${segment}`));
  return `"${text.join('').slice(1)}"`;
}

/** What the value is, in words. */
function valueName({ type, value }: Node): string {
  if (type === 'property') return typeName('object');
  if (type !== 'number') return typeName(type);
  return Number.isInteger(value) ? typeName('integer') : l10n.t('a number with a fraction');
}

function quote(schema: JsonSchema, { value }: Node): string {
  if (schema['x-secret'] === true) return l10n.t('this value');
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
