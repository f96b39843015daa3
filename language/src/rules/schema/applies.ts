import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits.ts';
import { keyOf, placeAt, type Path } from '../../documents/locate.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import { withoutEffect, type WithoutEffect } from '../../schema/applies.ts';
import { isObject, type Json, type JsonSchema } from '../../schema/jsonSchema.ts';
import { memberSchema, subschemaAt } from '../../schema/lookup.ts';
import { isRuleCode } from '../codes.ts';
import type { CheckedDocument } from '../checkedDocument.ts';
import type { Environment } from '../environment.ts';
import type { Finding, Fix } from '../finding.ts';
import { insertMembers } from '../insertion.ts';
import { memberRemoval } from '../removal.ts';

/** Members without effect, because another member has a value that they do not go with: `x-appliesWith` of the schema. */
export function appliesFindings(document: CheckedDocument, environment: Environment): Finding[] {
  return isObject(document.intended) ? within([], document.intended, jobSchema, document, environment) : [];
}

function within(
  path: Path,
  object: Readonly<Record<string, Json>>,
  schema: JsonSchema,
  document: CheckedDocument,
  environment: Environment,
): Finding[] {
  return Object.keys(object).flatMap((name) => {
    const inner = memberSchema(schema, name);
    if (inner === undefined) return [];
    const value = object[name];
    const place = [...path, name];
    const own = isWithCondition(value, inner) ? findingOf(name, place, document, environment) : undefined;
    // What stands in something without effect has none either, which needs no saying.
    if (own) return [own];
    return isObject(value) ? within(place, value, inner, document, environment) : [];
  });
}

/** What changes nothing needs no effect: an empty text, the default, an empty array. */
function isWithCondition(value: Json, schema: JsonSchema): boolean {
  return schema['x-appliesWith'] !== undefined && value !== '' && value !== null && value !== schema.default;
}

function findingOf(name: string, path: Path, document: CheckedDocument, environment: Environment): Finding | undefined {
  const { tree, text } = document;
  const reason = withoutEffect(path, document.intended);
  if (tree === undefined || reason === undefined || reason === 'undecided') return undefined;
  const { condition, owner } = reason;
  const { rule } = condition;
  const property = placeAt(tree, path)?.property;
  const key = property && keyOf(property);
  if (!isRuleCode(rule) || property === undefined || key === undefined) return undefined;
  const decider = placeAt(tree, [...owner, condition.member]);
  const at = decider?.property;
  return {
    code: rule,
    message: () => messageOf(name, reason),
    span: key,
    isUnnecessary: true,
    ...(rule === 'unused-block' && { suppresses: property }),
    ...(at && { related: () => [{ message: l10n.t('It is decided here, by "{0}".', condition.member), at }] }),
    fixes: () => [...deciderFixes(reason, decider?.value, document, environment), memberRemoval(text, property)],
  };
}

function messageOf(name: string, { condition: { member: decider, values }, value }: WithoutEffect): string {
  if (values === undefined) return l10n.t('"{0}" has no effect without "{1}".', name, decider);
  const wanted = values.join(', ');
  return value === undefined
    ? l10n.t('"{0}" has no effect: it goes with "{1}" {2}, which is not there.', name, decider, wanted)
    : l10n.t('"{0}" has no effect: it goes with "{1}" {2}, not {3}.', name, decider, wanted, value);
}

/** Where one value alone gives the member its effect: setting it. */
function deciderFixes(
  { condition, owner }: WithoutEffect,
  decider: Node | undefined,
  document: CheckedDocument,
  environment: Environment,
): Fix[] {
  const { member: name } = condition;
  const values = condition.values ?? subschemaAt([...owner, name])?.enum ?? [];
  if (decider === undefined) {
    return (condition.values === undefined || values.length === 1 ? values : []).flatMap((value) => {
      const fix = insertMembers(document, owner, [name], environment, { [name]: value });
      return fix ? [{ ...fix, title: l10n.t('Insert "{0}": "{1}"', name, value) }] : [];
    });
  }
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? [
        {
          title: l10n.t('Change "{0}" to {1}', name, only),
          edits: () => [replaceSpan(decider, JSON.stringify(only))],
        },
      ]
    : [];
}
