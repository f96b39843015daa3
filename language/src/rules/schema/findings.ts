import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import { keyOf, member, placeAt } from '../../documents/locate.ts';
import type { Span } from '../../documents/range.ts';
import { isReferring } from '../../documents/reference.ts';
import { childValue } from '../../documents/value.ts';
import { jobSchema } from '../../generated/jobSchema.js';
import type { SchemaError } from '../../generated/validator.js';
import { correctedValue } from '../../schema/corrections.ts';
import type { Json } from '../../schema/jsonSchema.ts';
import type { RuleCode } from '../catalogue.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import { isRuleCode } from '../codes.ts';
import type { Environment } from '../environment.ts';
import type { Finding } from '../findings/finding.ts';
import type { RuleSeverity } from '../rule.ts';
import { deciderAt } from '../fixes/adaptation.ts';
import { fixesFor } from './fixes.ts';
import {
  brokenConstraint,
  isConditional,
  keywordCodes,
  pathFrom,
  schemaErrors,
  type SchemaErrors,
} from './schemaError.ts';
import { sentence } from './sentences.ts';
import { uncountedProblems } from './uncountedProblems.ts';
import { hasWiderConstraint, isDoubtful, type Violation } from './violation.ts';

/** The constraints that a text with references may break: its value is not known yet. */
const ofTexts: ReadonlySet<string> = new Set(['enum', 'pattern', 'minLength', 'maxLength']);

/** So many errors are looked at: a check takes a few microseconds for each, and fixes are tried by checking again. */
const mostErrors = 5_000;

/** Returns a job's value with misspelled enumeration values corrected; `errors` are those of the value. */
export function intendedValue(data: Json, errors: SchemaErrors): Json {
  const misspelled = errors.filter(({ keyword }) => keyword === 'enum');
  return misspelled.length === 0 ? data : correctedValue(data, jobSchema, holdersOf(misspelled, data));
}

/** The objects and arrays around the values that are wrong. */
function holdersOf(errors: readonly SchemaError[], data: unknown): ReadonlySet<unknown> {
  const holders = new Set([data]);
  for (const { instancePath } of errors) {
    let value = data;
    for (const key of pathFrom(instancePath, data)) holders.add((value = childValue(value, key)));
  }
  return holders;
}

/** Where the document departs from the schema, each place once and in our words. */
export function schemaFindings(
  document: CheckedDocument,
  errors: readonly SchemaError[],
  environment: Environment,
): Finding[] {
  const { tree, data, intended } = document;
  if (tree === undefined || errors.length === 0) return [];
  const all =
    intended === data
      ? errors
      : [...errors.filter((error) => !isConditional(error)), ...schemaErrors(intended).filter(isConditional)];
  const uncounted = all.length - mostErrors;
  const violations = all.slice(0, mostErrors).flatMap((error) => violationOf(error, tree, intended) ?? []);
  const reported = withoutConsequences(violations.filter((violation) => !isExcused(violation)));
  const findings = together(reported).map((violation) => finding(violation, document, tree, environment));
  return uncounted > 0 ? [...findings, uncountedProblems(tree, uncounted)] : findings;
}

/** What an object lacks is told in one sentence, and what a condition asks for in one of its own. */
function together(violations: readonly Violation[]): Violation[] {
  const lacking = new Map<string, Violation>();
  for (const violation of violations) {
    if (violation.keyword !== 'required') continue;
    const key = JSON.stringify([violation.path, violation.because?.path, violation.schema['x-rule']]);
    const earlier = lacking.get(key);
    lacking.set(key, { ...violation, members: [...(earlier?.members ?? []), ...violation.members] });
  }
  return [...violations.filter(({ keyword }) => keyword !== 'required'), ...lacking.values()];
}

/**
 * One sentence a place: a value of the wrong type breaks other constraints too, a text of the wrong length its pattern, and
 * what is never legal is not legal under a condition either.
 */
function withoutConsequences(violations: readonly Violation[]): Violation[] {
  const ofValues = violations.filter((violation) => !isAboutMembers(violation));
  const placesWith = (test: (violation: Violation) => boolean): ReadonlySet<Node> =>
    new Set(ofValues.filter(test).map(({ value }) => value));
  const wrongType = placesWith(({ keyword }) => keyword === 'type');
  const wrongLength = placesWith(({ keyword }) => keyword === 'minLength' || keyword === 'maxLength');
  const neverLegal = placesWith((violation) => violation.because === undefined && !isDoubtful(violation));
  const wrongHere = placesWith((violation) => violation.because !== undefined && !isDoubtful(violation));
  return violations.filter((violation) => {
    const { keyword, value, because } = violation;
    if (isAboutMembers(violation)) return true;
    if (wrongType.has(value)) return keyword === 'type';
    if (wrongLength.has(value) && keyword === 'pattern') return false;
    if (because) return !neverLegal.has(value) && !isDoubtful(violation);
    return !(isDoubtful(violation) && wrongHere.has(value));
  });
}

function isAboutMembers({ keyword }: Violation): boolean {
  return keyword === 'required' || keyword === 'additionalProperties';
}

/** A value that is still to come: a text with references, or a member whose name stands there already. */
function isExcused({ keyword, value, members }: Violation): boolean {
  if (keyword === 'required')
    return (value.children ?? []).some((child) => members.includes(String(keyOf(child)?.value)));
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
    ...(because && at && { related: () => [{ message: l10n.t('It is decided here, by "{0}".', because.member), at }] }),
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

/** A missing member is shown at the name of the object that lacks it, an unknown one at its own, the rest at the value. */
function spanOf({ keyword, property, value, members: [name = ''] }: Violation): Span {
  if (keyword === 'required') {
    const key = property && keyOf(property);
    return key ?? { offset: value.offset, length: 1 };
  }
  if (keyword === 'additionalProperties') {
    const unknown = member(value, name)?.property;
    return (unknown && keyOf(unknown)) ?? value;
  }
  return value.type === 'object' || value.type === 'array' ? { offset: value.offset, length: 1 } : value;
}
