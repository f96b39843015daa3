import type { ParsedDocument } from '../documents/parse.ts';
import { agreementFindings } from './agreement/findings.ts';
import { annotationFindings } from './schema/annotations.ts';
import { appliesFindings } from './schema/applies.ts';
import { blockFindings } from './block/findings.ts';
import { severityOf } from './codes.ts';
import { discoveryFindings } from './discovery/findings.ts';
import { duplicateFindings } from './json/duplicates.ts';
import type { Environment } from './environment.ts';
import type { Finding } from './finding.ts';
import { jsonFindings } from './json/findings.ts';
import { pathFindings } from './paths/findings.ts';
import { repeatedFindings } from './schema/repeated.ts';
import type { RuleSeverity } from './rule.ts';
import { scheduleFindings } from './schedule/findings.ts';
import { intendedValue, schemaErrors, schemaFindings } from './schema/findings.ts';
import { secretFindings } from './secrets/findings.ts';
import { sourceFindings } from './source/findings.ts';

/** A finding with the severity at which it is shown. */
export interface RatedFinding extends Finding {
  readonly severity: RuleSeverity;
}

/** A list that nobody reads to its end; it also bounds the work for a document that is wrong everywhere. */
const mostFindings = 1000;

const order: readonly RuleSeverity[] = ['error', 'warning', 'information', 'hint'];

/** What the rules say of a document, in the order of the text; the less severe is cut where it is too much to be read. */
export function check(parsed: ParsedDocument, environment: Environment): RatedFinding[] {
  return mostSevere(findingsOf(parsed, environment)).sort((left, right) => left.span.offset - right.span.offset);
}

/** Everything that the rules say of a document. */
export function findingsOf(parsed: ParsedDocument, environment: Environment): RatedFinding[] {
  return [...jsonFindings(parsed), ...treeFindings(parsed, environment)].flatMap((finding) =>
    rated(finding, environment),
  );
}

function treeFindings(parsed: ParsedDocument, environment: Environment): Finding[] {
  const { tree } = parsed;
  if (tree === undefined) return [];
  const errors = schemaErrors(parsed);
  const document = { ...parsed, intended: intendedValue(parsed, errors) };
  const blocks = [...blockFindings(document), ...appliesFindings(document, environment)].filter(
    // What is not said covers nothing; a block that does not count goes on doing so.
    ({ code }) => code !== 'block-of-other-type' || environment.severities.get(code) !== 'off',
  );
  const others = [
    ...duplicateFindings(tree, parsed),
    ...schemaFindings(document, errors, environment),
    ...annotationFindings(parsed),
    ...sourceFindings(document),
    ...repeatedFindings(parsed),
    ...pathFindings(parsed),
    ...discoveryFindings(parsed),
    ...scheduleFindings(document),
    ...agreementFindings(document, environment),
  ];
  return [...uncovered(blocks, others), ...secretFindings(parsed)];
}

/** Without what need not be said any more, after one sentence about a whole block. */
function uncovered(blocks: readonly Finding[], others: readonly Finding[]): Finding[] {
  const covering = blocks.filter(({ covers }) => covers !== undefined);
  if (covering.length === 0) return [...blocks, ...others];
  return [...blocks, ...others].filter(
    (finding) => !covering.some((block) => block !== finding && isCovered(finding, block)),
  );
}

function isCovered({ code, span, severity = severityOf(code) }: Finding, { code: block, covers }: Finding): boolean {
  if (covers === undefined || span.offset < covers.offset || span.offset >= covers.offset + covers.length) return false;
  if (code === 'missing-member' || code === 'unused-block') return true;
  if (code === 'block-of-other-type') return false;
  // A wrong value may be refused even in a block that does not count.
  return block === 'unused-block' ? severity !== 'error' : code === 'unknown-member';
}

/** The user's severity, else the finding's own, else its rule's; nothing where the rule is off. */
function rated(finding: Finding, { severities }: Environment): RatedFinding[] {
  const chosen = severities.get(finding.code);
  if (chosen === 'off') return [];
  return [{ ...finding, severity: chosen ?? finding.severity ?? severityOf(finding.code) }];
}

function mostSevere(findings: RatedFinding[]): RatedFinding[] {
  if (findings.length <= mostFindings) return findings;
  const rank = ({ severity }: RatedFinding): number => order.indexOf(severity);
  return findings.sort((left, right) => rank(left) - rank(right)).slice(0, mostFindings);
}
