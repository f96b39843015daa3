import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { keyOf, findProperty, placeAt } from '../../documents/locate.ts';
import type { Span } from '../../documents/range.ts';
import { isReferring } from '../../documents/reference.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import type { SchemaError } from '../../generated/validator.js';
import { correctedValue } from '../../schema/corrections.ts';
import type { Json } from '../../schema/jsonSchema.ts';
import type { RuleCode } from '../catalogue.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import { isRuleCode } from '../codes.ts';
import type { Environment } from '../environment.ts';
import type { Finding } from '../findings/finding.ts';
import { uncountedProblems } from '../findings/uncountedProblems.ts';
import type { RuleSeverity } from '../rule.ts';
import { deciderAt } from '../fixes/adaptation.ts';
import { fixesFor } from './fixes.ts';
import { brokenConstraint, keywordCodes } from './schemaError.ts';
import { sentence } from './sentences.ts';
import { schemaErrors, type SchemaErrors } from './validate.ts';
import { hasWiderConstraint, isDoubtful, type Violation } from './violation.ts';

/** The constraints that a text with references may break: its value isn't known yet. */
const ofTexts: ReadonlySet<string> = new Set(['enum', 'pattern', 'minLength', 'maxLength']);

/**
 * Returns a job's value with misspelled enumeration values corrected, except in arrays: no rule depends on one there.
 * @param errors those of the value
 */
export function intendedValue(data: Json, { always }: SchemaErrors): Json {
  return always.first.some(({ keyword }) => keyword === 'enum') ? correctedValue(data, jobSchema) : data;
}

/** Where the document departs from the schema, each place once and in our words. */
export function schemaFindings(document: CheckedDocument, errors: SchemaErrors, environment: Environment): Finding[] {
  const { tree, data, intended } = document;
  if (tree === undefined) return [];
  const { always } = errors;
  const { conditional } = intended === data ? errors : schemaErrors(intended);
  const all = [...always.first, ...conditional.first];
  const uncounted = always.count + conditional.count - all.length;
  const violations = all.flatMap((error) => violationOf(error, tree, intended) ?? []);
  const reported = withoutConsequences(violations.filter((violation) => !isExcused(violation)));
  const findings = together(reported).map((violation) => finding(violation, document, tree, environment));
  return uncounted > 0 ? [...findings, uncountedProblems(tree, uncounted)] : findings;
}

/** What an object lacks is reported in one sentence, and what a condition requires in another. */
function together(violations: readonly Violation[]): Violation[] {
  const lacking = new Map<string, Violation>();
  for (const violation of violations) {
    if (violation.keyword !== 'required') continue;
    const key = JSON.stringify([violation.path, violation.because?.path, violation.schema['x-rule']]);
    const earlier = lacking.get(key);
    lacking.set(key, { ...violation, properties: [...(earlier?.properties ?? []), ...violation.properties] });
  }
  return [...violations.filter(({ keyword }) => keyword !== 'required'), ...lacking.values()];
}

/**
 * One sentence a place: a value of the wrong type breaks other constraints too, a text of the wrong length its pattern, and
 * what is never legal isn't legal under a condition either. Of two forms, the one that is required under a condition is
 * narrower.
 */
function withoutConsequences(violations: readonly Violation[]): Violation[] {
  const ofValues = violations.filter((violation) => !isAboutProperties(violation));
  const placesWith = (test: (violation: Violation) => boolean): ReadonlySet<Node> =>
    new Set(ofValues.filter(test).map(({ value }) => value));
  const wrongType = placesWith(({ keyword }) => keyword === 'type');
  const wrongLength = placesWith(({ keyword }) => keyword === 'minLength' || keyword === 'maxLength');
  const neverLegal = placesWith((violation) => violation.because === undefined && !isDoubtful(violation));
  const wrongHere = placesWith((violation) => violation.because !== undefined && !isDoubtful(violation));
  const wrongFormHere = placesWith(
    (violation) => violation.keyword === 'pattern' && violation.because !== undefined && !isDoubtful(violation),
  );
  return violations
    .filter((violation) => {
      const { keyword, value, because } = violation;
      if (isAboutProperties(violation)) return true;
      if (wrongType.has(value)) return keyword === 'type';
      if (wrongLength.has(value) && keyword === 'pattern') return false;
      if (because) return (keyword === 'pattern' || !neverLegal.has(value)) && !isDoubtful(violation);
      if (keyword === 'pattern' && !isDoubtful(violation)) return !wrongFormHere.has(value);
      return !(isDoubtful(violation) && wrongHere.has(value));
    })
    .map((violation) =>
      violation.keyword === 'pattern' && violation.because && neverLegal.has(violation.value)
        ? alsoElsewhere(violation)
        : violation,
    );
}

/**
 * Returns the violation of a form that a value wouldn't have without the condition either, so that its rule is that of any
 * form. The sentence has what is allowed here: the day of a week is at most 7, that of a month at most 31.
 */
function alsoElsewhere(violation: Violation): Violation {
  return { ...violation, schema: { ...violation.schema, 'x-rule': {} } };
}

function isAboutProperties({ keyword }: Violation): boolean {
  return keyword === 'required' || keyword === 'additionalProperties';
}

/** A value that is still to come: a text with references, or a property that has only its name. */
function isExcused({ keyword, value, properties }: Violation): boolean {
  if (keyword === 'required')
    return (value.children ?? []).some((child) => properties.includes(String(keyOf(child)?.value)));
  return ofTexts.has(keyword) && isReferring(value.value);
}

function violationOf(error: SchemaError, tree: Node, data: unknown): Violation | undefined {
  const broken = brokenConstraint(error, data);
  const place = broken && placeAt(tree, broken.path);
  return place && { ...broken, ...place };
}

function finding(violation: Violation, document: CheckedDocument, tree: Node, environment: Environment): Finding {
  const { because } = violation;
  const at = because && placeAt(tree, because.path)?.property;
  return {
    code: codeOf(violation),
    message: () => sentence(violation),
    span: spanOf(violation),
    severity: severityOf(violation),
    fixes: () => fixesFor(violation, document, environment),
    ...(because && violation.keyword === 'required' && { decider: deciderAt(because.path, document, environment) }),
    ...(because && at && { related: () => [{ message: l10n.t('Depends on "{0}".', because.property), at }] }),
  };
}

function codeOf({ keyword, schema }: Violation): RuleCode {
  const own = schema['x-rule']?.[keyword];
  return own !== undefined && isRuleCode(own) ? own : (keywordCodes[keyword] ?? 'wrong-form');
}

/** Returns the severity where the schema softens it. */
function severityOf(violation: Violation): RuleSeverity | undefined {
  const { schema, keyword } = violation;
  const isError = hasWiderConstraint(violation) && !isDoubtful(violation);
  return isError ? undefined : schema['x-severity']?.[keyword];
}

/** A missing property is shown at the name of the object that lacks it, an unknown one at its own, the rest at the value. */
function spanOf({ keyword, property, value, properties: [name = ''] }: Violation): Span {
  if (keyword === 'required') {
    const key = property && keyOf(property);
    return key ?? { offset: value.offset, length: 1 };
  }
  if (keyword === 'additionalProperties') {
    const unknown = findProperty(value, name)?.property;
    return (unknown && keyOf(unknown)) ?? value;
  }
  return value.type === 'object' || value.type === 'array' ? { offset: value.offset, length: 1 } : value;
}
