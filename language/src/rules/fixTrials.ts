import type { ParsedDocument } from '../documents/parse.ts';
import type { DiagnosticCode } from './catalogue.ts';
import type { Finding } from './findings/finding.ts';

/** Limits the work of trials: each reads all characters, and each finding costs about as much as 200 of them. */
const charactersPerFinding = 200;
export const mostCharacters = { first: 4_000_000, others: 3_000_000, fixAll: 6_000_000 } as const;

/** So many fixes are tried in any document: the first one need not be right. */
const fewestTrials = 3;

/** Returns how many trials of fixes of a document are within a limit, which is one of {@link mostCharacters}. */
export function trialsWithin(most: number, { text }: ParsedDocument, findings: readonly Finding[]): number {
  return Math.max(fewestTrials, Math.floor(most / (text.length + findings.length * charactersPerFinding)));
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
