import type { ParsedDocument } from '../documents/parse.ts';
import { nodeValue } from '../documents/value.ts';
import { agreementFindings } from './agreement/findings.ts';
import { blockFindings } from './block/findings.ts';
import type { CheckedDocument } from './findings/checkedDocument.ts';
import type { DiagnosticCode } from './catalogue.ts';
import { isRuleCode, severityOf } from './codes.ts';
import { otherFormatFindings, responseFindings, withoutResponseProblems } from './conversion/findings.ts';
import { discoveryFindings } from './discovery/findings.ts';
import type { Environment } from './environment.ts';
import { failedCheck } from './findings/failedCheck.ts';
import type { Finding, ReportedFinding } from './findings/finding.ts';
import { instanceFindings } from './instance/findings.ts';
import { duplicateFindings } from './json/duplicates.ts';
import { jsonFindings } from './json/findings.ts';
import { pathFindings } from './paths/findings.ts';
import { placementFindings, withoutGuessedFixes } from './placement/findings.ts';
import { intendedPlaces, type IntendedPlaces } from './placement/intendedPlaces.ts';
import { wrapperOf, type Wrapper } from './placement/wrapper.ts';
import { scheduleFindings } from './schedule/findings.ts';
import { annotationFindings } from './schema/annotations.ts';
import { appliesFindings } from './schema/applies.ts';
import { intendedValue, schemaFindings } from './schema/findings.ts';
import { placeholderFindings } from './schema/placeholders.ts';
import { noErrors } from './schema/validate.ts';
import { ruleSeverities, type RuleSeverity } from './rule.ts';
import { repeatedFindings } from './schema/repeated.ts';
import { secretFindings } from './secrets/findings.ts';
import { sourceFindings } from './source/findings.ts';
import { runSteps, type Steps } from './steps.ts';
import { withoutSuppressed } from './findings/suppression.ts';

/** What the checks of a document's value are given. */
export interface CheckInput {
  readonly document: CheckedDocument;
  /** What the job is in, where it isn't the whole document. */
  readonly wrapper: Wrapper | undefined;
  /** `undefined` for a text without any value. */
  readonly places: IntendedPlaces | undefined;
  readonly environment: Environment;
}

/** The checks of a document's value by their names. Each runs by itself: one that fails takes no other along. */
export type Checks = Readonly<Record<string, (input: CheckInput) => readonly Finding[]>>;

const allChecks: Checks = {
  block: ({ document }) => blockFindings(document),
  applies: ({ document, environment }) => appliesFindings(document, environment),
  duplicates: ({ document }) => duplicateFindings(document.written),
  placement: ({ document, wrapper, places }) => placementFindings(document, wrapper, places),
  response: ({ document }) => responseFindings(document),
  schema: ({ document, places, environment }) => schemaFindings(document, places?.errors ?? noErrors, environment),
  annotations: ({ document }) => annotationFindings(document),
  source: ({ document }) => sourceFindings(document),
  repeated: ({ document }) => repeatedFindings(document),
  paths: ({ document }) => pathFindings(document),
  discovery: ({ document }) => discoveryFindings(document),
  schedule: ({ document }) => scheduleFindings(document),
  agreement: ({ document, environment }) => agreementFindings(document, environment),
  instance: ({ document, environment }) => instanceFindings(document, environment),
  secrets: ({ document }) => secretFindings(document),
  placeholders: ({ document, environment }) => placeholderFindings(document, environment),
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
  return runSteps(checkInSteps(parsed, environment, checks));
}

/** Like {@link check}. Yields before each of the checks. */
export function* checkInSteps(
  parsed: ParsedDocument,
  environment: Environment,
  checks: Checks = allChecks,
): Steps<readonly ReportedFinding[]> {
  const format = attempt('format', () => otherFormatFindings(parsed, environment)).flatMap((finding) =>
    withSeverity(finding, environment),
  );
  // Whatever else is wrong in the text follows from that.
  if (format.some(({ code }) => code === 'other-format')) return format;
  yield;
  const json = attempt('json', () => jsonFindings(parsed));
  yield;
  const [input] = attempt('validation', () => [inputOf(parsed, environment)]);
  let findings: readonly Finding[] = [];
  if (input) findings = 'code' in input ? [input] : yield* findingsOf(checks, input);
  const reported = parsed.tree === undefined ? json : [...json, ...withoutSuppressed(findings, environment)];
  return [...format, ...reported.flatMap((finding) => withSeverity(finding, environment))];
}

function* findingsOf(checks: Checks, input: CheckInput): Steps<readonly Finding[]> {
  const findings = withoutResponseProblems(yield* run(checks, input), input.document.written);
  return withoutGuessedFixes(findings, input.places);
}

function* run(checks: Checks, input: CheckInput): Steps<readonly Finding[]> {
  const findings: (readonly Finding[])[] = [];
  for (const [name, runCheck] of Object.entries(checks)) {
    yield;
    findings.push(attempt(name, () => runCheck(input)));
  }
  return findings.flat();
}

function inputOf(parsed: ParsedDocument, environment: Environment): CheckInput {
  const wrapper = parsed.tree && wrapperOf(parsed.tree);
  const written = wrapper ? { ...parsed, tree: wrapper.job, data: nodeValue(wrapper.job) } : parsed;
  if (written.tree === undefined) {
    return { document: { ...written, written, intended: written.data }, wrapper, places: undefined, environment };
  }
  const places = intendedPlaces(written.tree, written.data);
  const { tree, data, errors } = places;
  return {
    document: { ...written, tree, data, written, intended: intendedValue(data, errors) },
    wrapper,
    places,
    environment,
  };
}

function attempt<Result>(name: string, run: () => readonly Result[]): readonly (Result | Finding)[] {
  try {
    return run();
  } catch (error) {
    return [failedCheck(name, error)];
  }
}

function withSeverity(finding: Finding, environment: Environment): ReportedFinding[] {
  const { code, standsFor } = finding;
  const possible = [
    severityIn(environment, code, finding.severity),
    ...(standsFor === undefined ? [] : [severityIn(environment, standsFor)]),
  ];
  const severity = ruleSeverities.find((one) => possible.includes(one));
  return severity === undefined ? [] : [{ ...finding, severity }];
}

/** The user's severity, else the finding's own, else its rule's. */
function severityIn({ severities }: Environment, code: DiagnosticCode, own?: RuleSeverity): RuleSeverity | 'off' {
  return (isRuleCode(code) ? severities.get(code) : undefined) ?? own ?? severityOf(code);
}
