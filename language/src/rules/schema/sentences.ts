import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import type { Path } from '../../documents/locate.ts';
import type { JsonSchema } from '../../schema/jsonSchema.ts';
import { lengthOf } from '../../schema/limits.ts';
import { itemLimits, lengthLimits, rangeLimits, typeName, typeNames } from '../../schema/wording.ts';
import { quotable, quotedList } from '../findings/quotable.ts';
import { suggestedValue } from './suggestions.ts';
import { isDoubtful, type Decision, type Violation } from './violation.ts';

/** What is wrong and what is allowed, in a sentence. Never repeats a secret. */
export function sentence(violation: Violation): string {
  const { keyword, schema, path, value, because, members } = violation;
  const [member = ''] = members;
  const name = nameOf(path);
  if (because) return conditionalSentence(violation, because, name);
  switch (keyword) {
    case 'required':
      return path.length === 0
        ? l10n.t('A job requires {0}.', quotedList(members))
        : l10n.t('{0} requires {1}.', name, quotedList(members));
    case 'additionalProperties':
      return l10n.t('Unknown property "{0}".', quotable(member));
    case 'type':
      return path.length === 0
        ? l10n.t('A job is one JSON object { … }, not {0}.', valueName(value))
        : l10n.t('{0} must be {1}, not {2}.', name, typeNames(schema), valueName(value));
    case 'enum':
      return unknownValue(violation, name);
    case 'minLength':
    case 'maxLength':
      return l10n.t('{0} must have {1}; it has {2}.', name, lengthLimits(schema) ?? '', lengthOf(String(value.value)));
    case 'pattern':
      return isDoubtful(violation)
        ? l10n.t('{0} should be {1}. {2}', name, patternName(schema), schema['x-reason'] ?? '')
        : l10n.t('{0} must be {1}.', name, patternName(schema));
    case 'minimum':
    case 'maximum':
      return l10n.t('{0} must be a number: {1}.', name, rangeLimits(schema) ?? '');
    case 'maxItems':
      return l10n.t('{0} may have {1}; it has {2}.', name, itemLimits(schema) ?? '', value.children?.length ?? 0);
    default:
      return l10n.t('{0} is not as the API describes it.', name);
  }
}

function patternName({ pattern = '', patternDescription = pattern }: JsonSchema): string {
  return patternDescription;
}

function conditionalSentence(
  { keyword, schema, members }: Violation,
  { member: decider, value }: Decision,
  name: string,
): string {
  if (keyword === 'required') return l10n.t('"{0}" requires {1}.', value, quotedList(members));
  const allowed = schema.patternDescription ?? rangeLimits(schema) ?? (schema.enum ?? []).join(', ');
  return l10n.t('{0} must be {1} when "{2}" is {3}.', name, allowed, decider, value);
}

function unknownValue(violation: Violation, name: string): string {
  const { schema, value } = violation;
  const allowed = (schema.enum ?? []).join(', ');
  const suggestion = suggestedValue(violation);
  return suggestion === undefined || schema.enum?.length === 1
    ? l10n.t('{0} cannot be {1}. Allowed: {2}.', name, quote(schema, value), allowed)
    : l10n.t('{0} cannot be {1}. Did you mean {2}? Allowed: {3}.', name, quote(schema, value), suggestion, allowed);
}

/** How a place is named in a sentence: `"locations[3].key"` by its last members. */
function nameOf(path: Path): string {
  const lastName = path.findLastIndex((segment) => typeof segment === 'string');
  const start =
    typeof path.at(-2) === 'number' ? path.slice(0, lastName).findLastIndex((s) => typeof s === 'string') : lastName;
  const text = path.slice(start).map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${segment}`));
  return `"${text.join('').slice(1)}"`;
}

/** What stands there, as a person says it. */
function valueName({ type, value }: Node): string {
  if (type === 'property') return typeName('object');
  if (type !== 'number') return typeName(type);
  return Number.isInteger(value) ? typeName('integer') : l10n.t('a fraction');
}

function quote(schema: JsonSchema, { value }: Node): string {
  if (schema['x-secret'] === true) return l10n.t('this value');
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
