import type { RuleSeverity } from '../../../language/src/rules/rule.ts';
import type { ExitCode } from '../host.ts';
import type { CheckedFile } from './checkFile.ts';

/** What a check found in all files. */
export interface Summary {
  readonly files: number;
  readonly filesWithProblems: number;
  readonly problems: Readonly<Record<RuleSeverity, number>>;
  readonly fixed: number;
  readonly failures: readonly string[];
}

export const emptySummary: Summary = {
  files: 0,
  filesWithProblems: 0,
  problems: { error: 0, warning: 0, information: 0, hint: 0 },
  fixed: 0,
  failures: [],
};

/** Returns the summary with one more file. */
export function summaryWith(summary: Summary, { problems, isFixed, failure }: CheckedFile): Summary {
  const counts = { ...summary.problems };
  for (const { severity } of problems) counts[severity]++;
  return {
    files: summary.files + 1,
    filesWithProblems: summary.filesWithProblems + (problems.length > 0 ? 1 : 0),
    problems: counts,
    fixed: summary.fixed + (isFixed ? 1 : 0),
    failures: failure === undefined ? summary.failures : [...summary.failures, failure],
  };
}

/** Returns the exit code. @param mostWarnings how many warnings are allowed */
export function exitCodeOf({ problems, failures }: Summary, mostWarnings: number): ExitCode {
  if (failures.length > 0) return 2;
  return problems.error > 0 || problems.warning > mostWarnings ? 1 : 0;
}
