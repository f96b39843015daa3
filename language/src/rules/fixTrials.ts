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
  for (const { code, isToFillIn } of findings) if (isToFillIn !== true) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Whether no code is counted more often than before. */
export function addsNone(
  before: ReadonlyMap<DiagnosticCode, number>,
  after: ReadonlyMap<DiagnosticCode, number>,
): boolean {
  return [...after].every(([code, count]) => count <= (before.get(code) ?? 0));
}
