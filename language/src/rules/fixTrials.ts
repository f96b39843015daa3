import type { ParsedDocument } from '../documents/parse.ts';
import type { DiagnosticCode } from './catalogue.ts';
import type { Finding } from './findings/finding.ts';

/** Limits the work of trials for the first finding, for all findings together, and for Fix All; measured in characters read. */
const mostWork = { first: 5_000_000, others: 4_000_000, fixAll: 6_000_000 } as const;

/** What a trial takes besides reading the text, in characters that are read in that time. */
const workOf = { token: 6, problem: 300 } as const;

/** Counts the work of trials, by what each has read and found: a fix can bring up far more than the document has. */
export class TrialBudget {
  #work = 0;

  /** Whether one more fix may be tried. In any document, however large, the first one may be. */
  isLeft(limit: keyof typeof mostWork): boolean {
    return this.#work < mostWork[limit];
  }

  /** Counts one trial. @param findings none where the fixed text wasn't checked */
  spend({ text, tokens, problems }: ParsedDocument, findings: readonly Finding[]): void {
    // Several syntax problems may be one finding; those that aren't looked at cost next to nothing.
    const found = Math.max(problems.length, findings.length);
    this.#work += text.length + tokens * workOf.token + found * workOf.problem;
  }
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
