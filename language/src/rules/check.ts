import type { ParsedDocument } from '../documents/parse.ts';
import { agreementFindings } from './agreement/findings.ts';
import { blockFindings } from './block/findings.ts';
import type { CheckedDocument } from './checkedDocument.ts';
import { isRuleCode, severityOf } from './codes.ts';
import { discoveryFindings } from './discovery/findings.ts';
import type { Environment } from './environment.ts';
import { failedCheck } from './failedCheck.ts';
import type { Finding, ReportedFinding } from './finding.ts';
import { duplicateFindings } from './json/duplicates.ts';
import { jsonFindings } from './json/findings.ts';
import { pathFindings } from './paths/findings.ts';
import { scheduleFindings } from './schedule/findings.ts';
import { annotationFindings } from './schema/annotations.ts';
import { appliesFindings } from './schema/applies.ts';
import { intendedValue, schemaErrors, schemaFindings, type SchemaErrors } from './schema/findings.ts';
import { repeatedFindings } from './schema/repeated.ts';
import { secretFindings } from './secrets/findings.ts';
import { sourceFindings } from './source/findings.ts';
import { withoutSuppressed } from './suppression.ts';

/** What the checks of a document's value are given. */
export interface CheckInput {
  readonly document: CheckedDocument;
  readonly errors: SchemaErrors;
  readonly environment: Environment;
}

/** The checks of a document's value by their names. Each runs by itself: one that fails takes no other along. */
export type Checks = Readonly<Record<string, (input: CheckInput) => readonly Finding[]>>;

const allChecks: Checks = {
  block: ({ document }) => blockFindings(document),
  applies: ({ document, environment }) => appliesFindings(document, environment),
  duplicates: ({ document }) => duplicateFindings(document),
  schema: ({ document, errors, environment }) => schemaFindings(document, errors, environment),
  annotations: ({ document }) => annotationFindings(document),
  source: ({ document }) => sourceFindings(document),
  repeated: ({ document }) => repeatedFindings(document),
  paths: ({ document }) => pathFindings(document),
  discovery: ({ document }) => discoveryFindings(document),
  schedule: ({ document }) => scheduleFindings(document),
  agreement: ({ document, environment }) => agreementFindings(document, environment),
  secrets: ({ document }) => secretFindings(document),
};

/**
 * Checks a document by all rules.
 * @returns all findings, in no order; a check that throws is a finding itself, so that no document looks correct unchecked
 */
export function check(
  parsed: ParsedDocument,
  environment: Environment,
  checks: Checks = allChecks,
): readonly ReportedFinding[] {
  const json = attempt('json', () => jsonFindings(parsed));
  const input = attempt('validation', () => [inputOf(parsed, environment)]);
  const findings = input.flatMap((found) =>
    'code' in found ? [found] : Object.entries(checks).flatMap(([name, run]) => attempt(name, () => run(found))),
  );
  const reported = parsed.tree === undefined ? json : [...json, ...withoutSuppressed(findings, environment)];
  return reported.flatMap((finding) => withSeverity(finding, environment));
}

function inputOf(parsed: ParsedDocument, environment: Environment): CheckInput {
  const errors = parsed.tree === undefined ? [] : schemaErrors(parsed);
  return { document: { ...parsed, intended: intendedValue(parsed, errors) }, errors, environment };
}

function attempt<Result>(name: string, run: () => readonly Result[]): readonly (Result | Finding)[] {
  try {
    return run();
  } catch (error) {
    return [failedCheck(name, error)];
  }
}

/** The user's severity, else the finding's own, else its rule's; nothing where the rule is off. */
function withSeverity(finding: Finding, { severities }: Environment): ReportedFinding[] {
  const chosen = isRuleCode(finding.code) ? severities.get(finding.code) : undefined;
  if (chosen === 'off') return [];
  return [{ ...finding, severity: chosen ?? finding.severity ?? severityOf(finding.code) }];
}
