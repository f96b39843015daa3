import type { ParsedDocument } from '../documents/parse.ts';
import type { DiagnosticCode } from './catalogue.ts';
import type { Finding } from './findings/finding.ts';

/** Limits the work of trials: each reads all characters, and each finding costs about as much as 200 of them. */
const charactersPerFinding = 200;
const mostCharacters = { first: 4_000_000, others: 3_000_000, fixAll: 6_000_000 } as const;

/** So many fixes are tried in any document. The first one of a finding need not be right. */
const fewestTrials = { first: 3, others: 1, fixAll: 3 } as const;

/**
 * Returns how many fixes of a document can be tried.
 * @param limit of the first finding, of all findings together, or of Fix All
 */
export function mostTrials(
  limit: keyof typeof mostCharacters,
  { text }: ParsedDocument,
  findings: readonly Finding[],
): number {
  const affordable = Math.floor(mostCharacters[limit] / (text.length + findings.length * charactersPerFinding));
  return Math.max(fewestTrials[limit], affordable);
}

/** Counts the findings by code, without those that only ask for values. */
export function unwantedByCode(findings: readonly Finding[]): ReadonlyMap<DiagnosticCode, number> {
  const counts = new Map<DiagnosticCode, number>();
  for (const { code, isToFillIn, count = 1 } of findings) {
    if (isToFillIn !== true) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return counts;
}

/** Returns the number of findings with a code, and of those that weren't looked at, which may have it. */
export function countOf(code: DiagnosticCode, counts: ReadonlyMap<DiagnosticCode, number>): number {
  return (counts.get(code) ?? 0) + (counts.get('too-many-problems') ?? 0);
}

/** Returns the number of all findings. */
export function total(counts: ReadonlyMap<DiagnosticCode, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Whether there are no more findings than before, by their codes; of a document that has too many, as far as is known. */
export function addsNone(
  before: ReadonlyMap<DiagnosticCode, number>,
  after: ReadonlyMap<DiagnosticCode, number>,
): boolean {
  // One that is gone lets one in that wasn't looked at before.
  const areCounted = !before.has('too-many-problems');
  return [...after].every(([code, count]) => (areCounted ? count <= (before.get(code) ?? 0) : before.has(code)));
}
