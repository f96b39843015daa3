import type { ReportedFinding } from './finding.ts';
import { ruleSeverities } from '../rule.ts';

/** Nobody reads a longer list to its end. */
const mostFindings = 1000;

/** Returns the most severe findings, at most 1,000, in the order of the text. */
export function mostSevere(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const listed =
    findings.length <= mostFindings
      ? findings
      : ruleSeverities
          .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
          .slice(0, mostFindings);
  return [...listed].sort((left, right) => left.span.offset - right.span.offset);
}
