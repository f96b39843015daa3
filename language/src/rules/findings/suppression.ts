import { severityOf } from '../codes.ts';
import type { Environment } from '../environment.ts';
import type { Finding } from './finding.ts';

/** A secret is reported wherever it is. */
const alwaysReported: ReadonlySet<string> = new Set(['plaintext-secret', 'malformed-reference', 'check-failed']);

/** Returns the findings without those that follow from one about a whole block, which is enough. */
export function withoutSuppressed(findings: readonly Finding[], { severities }: Environment): readonly Finding[] {
  const suppressing = findings.filter(
    ({ suppresses, code }) =>
      suppresses !== undefined &&
      // When the rule is off, the properties of the block are reported one by one.
      (code !== 'block-of-other-type' || severities.get(code) !== 'off'),
  );
  if (suppressing.length === 0) return findings;
  // A job with the block of another type has the wrong type or the wrong block: that is one problem.
  const isOtherBlock = suppressing.some(({ code }) => code === 'unused-block' && severities.get(code) !== 'off');
  return findings
    .filter(({ code }) => !isOtherBlock || code !== 'missing-block')
    .filter((finding) => !suppressing.some((block) => block !== finding && isSuppressed(finding, block)));
}

function isSuppressed(finding: Finding, { code: block, suppresses }: Finding): boolean {
  const { code, span } = finding;
  if (suppresses === undefined || alwaysReported.has(code)) return false;
  if (span.offset < suppresses.offset || span.offset >= suppresses.offset + suppresses.length) return false;
  if (code === 'missing-property' || code === 'unused-block') return true;
  if (code === 'block-of-other-type') return false;
  // The service may reject a wrong value even in a block that has no effect.
  return block === 'unused-block' ? (finding.severity ?? severityOf(code)) !== 'error' : code === 'unknown-property';
}
