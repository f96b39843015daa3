import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { replaceSpan } from '../../documents/edits/containerEdits.ts';
import { keyOf, placeAt, type Path } from '../../documents/locate.ts';
import type { Span } from '../../documents/range.ts';
import { isObject } from '../../documents/value.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import { withoutEffect, type WithoutEffect } from '../../schema/applies.ts';
import type { Json, JsonSchema } from '../../schema/jsonSchema.ts';
import { propertySchema, subschemaAt } from '../../schema/lookup.ts';
import type { RuleCode } from '../catalogue.ts';
import { isRuleCode } from '../codes.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Environment } from '../environment.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { deciderAt } from '../fixes/adaptation.ts';
import { insertProperties } from '../fixes/insertion.ts';
import { quotedAlternatives, quotedList } from '../findings/quotable.ts';
import { propertiesRemoval } from '../fixes/removal.ts';

/** Returns the properties that are ignored because another property has a value that they don't go with: `x-appliesWith`. */
export function appliesFindings(document: CheckedDocument, environment: Environment): Finding[] {
  const ignored = isObject(document.intended) ? ignoredIn([], document.intended, jobSchema, document) : [];
  return groupsOf(ignored).map((group) => findingOf(group, document, environment));
}

function ignoredIn(
  path: Path,
  object: Readonly<Record<string, Json>>,
  schema: JsonSchema,
  document: CheckedDocument,
): IgnoredProperty[] {
  return Object.keys(object).flatMap((name) => {
    const inner = propertySchema(schema, name);
    if (inner === undefined) return [];
    const value = object[name];
    const place = [...path, name];
    const own = isWithCondition(value, inner) ? ignoredProperty(name, place, document) : undefined;
    // What is in something that is ignored is ignored, too, which needs no saying.
    if (own) return [own];
    return isObject(value) ? ignoredIn(place, value, inner, document) : [];
  });
}

/** What changes nothing needs no effect: an empty string, the default, `null`. */
function isWithCondition(value: Json, schema: JsonSchema): boolean {
  return schema['x-appliesWith'] !== undefined && value !== '' && value !== null && value !== schema.default;
}

/** A property that is ignored, and why. */
interface IgnoredProperty {
  readonly name: string;
  readonly property: Node;
  readonly key: Node;
  readonly rule: RuleCode;
  readonly reason: WithoutEffect;
}

function ignoredProperty(name: string, path: Path, { tree, intended }: CheckedDocument): IgnoredProperty | undefined {
  const reason = withoutEffect(path, intended);
  if (tree === undefined || reason === undefined || reason === 'undecided') return undefined;
  const { rule } = reason.condition;
  const property = placeAt(tree, path)?.property;
  const key = property && keyOf(property);
  return isRuleCode(rule) && key ? { name, property, key, rule, reason } : undefined;
}

type Group = readonly [IgnoredProperty, ...IgnoredProperty[]];

/** Returns the properties that are ignored for the same reason as one group: that is one problem. */
function groupsOf(ignored: readonly IgnoredProperty[]): Group[] {
  const groups = new Map<string, [IgnoredProperty, ...IgnoredProperty[]]>();
  for (const one of [...ignored].sort((left, right) => left.property.offset - right.property.offset)) {
    const { name, rule, reason } = one;
    const key = JSON.stringify([rule, reason.condition, reason.owner, reason.value, rule === 'unused-block' && name]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** Returns the place of properties: all of them where they follow each other, else the name of the first. */
function spanOf(group: Group, text: string): Span {
  const [{ property, key }] = group;
  const last = group.at(-1)?.property ?? property;
  const isRun = group.every((one, index) => index === 0 || isAdjacent(group[index - 1]?.property, one.property, text));
  return group.length > 1 && isRun
    ? { offset: property.offset, length: last.offset + last.length - property.offset }
    : key;
}

function isAdjacent(left: Node | undefined, right: Node, text: string): boolean {
  const end = left ? left.offset + left.length : 0;
  return right.offset - end < 1_000 && /^\s*,\s*$/.test(text.slice(end, right.offset));
}

const mostRelated = 10;

function findingOf(group: Group, document: CheckedDocument, environment: Environment): Finding {
  const [{ property, rule, reason }] = group;
  const { condition, owner } = reason;
  const { tree, text } = document;
  const decider = tree && placeAt(tree, [...owner, condition.property]);
  const at = decider?.property;
  const span = spanOf(group, text);
  return {
    code: rule,
    message: () =>
      sentence(
        group.map(({ name }) => name),
        reason,
      ),
    span,
    isUnnecessary: true,
    ...(rule === 'unused-block' && { suppresses: property }),
    decider: deciderAt([...owner, condition.property], document, environment),
    related: () => [
      ...(at ? [{ message: l10n.t('Depends on "{0}".', condition.property), at }] : []),
      ...group
        .filter((one) => one.key.offset >= span.offset + span.length)
        .slice(0, mostRelated)
        .map((one) => ({ message: l10n.t('"{0}" is also ignored.', one.name), at: one.key })),
    ],
    fixes: () => [
      ...deciderFixes(reason, decider?.value, document, environment),
      propertiesRemoval(
        text,
        group.map((one) => one.property),
      ),
    ],
  };
}

function sentence(
  names: readonly string[],
  { condition: { property: decider, values }, value }: WithoutEffect,
): string {
  const list = quotedList(names);
  if (values === undefined) {
    return names.length === 1
      ? l10n.t('{0} is ignored without "{1}".', list, decider)
      : l10n.t('{0} are ignored without "{1}".', list, decider);
  }
  if (value === undefined) {
    const wanted = quotedAlternatives(values);
    return names.length === 1
      ? l10n.t('{0} is ignored unless "{1}" is {2}.', list, decider, wanted)
      : l10n.t('{0} are ignored unless "{1}" is {2}.', list, decider, wanted);
  }
  return names.length === 1
    ? l10n.t('{0} is ignored when "{1}" is "{2}".', list, decider, value)
    : l10n.t('{0} are ignored when "{1}" is "{2}".', list, decider, value);
}

/** Where one value alone gives the property its effect: setting it. */
function deciderFixes(
  { condition, owner }: WithoutEffect,
  decider: Node | undefined,
  document: CheckedDocument,
  environment: Environment,
): Fix[] {
  const { property: name } = condition;
  const values = condition.values ?? subschemaAt([...owner, name])?.enum ?? [];
  if (decider === undefined) {
    return (condition.values === undefined || values.length === 1 ? values : []).flatMap((value) => {
      const fix = insertProperties(document, owner, [name], environment, { [name]: value });
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
