import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import type { Finding } from './finding.ts';

/** So many findings of a check are looked at: each takes memory, and time whenever a fix is tried. */
export const mostFindings = 5_000;

/** Returns the findings of the first problems in a tree, and where there are more, one that stands for them. */
export function firstFindings<Problem>(
  problems: readonly Problem[],
  tree: Pick<Node, 'offset'>,
  findingOf: (problem: Problem) => Finding,
): Finding[] {
  const findings = problems.slice(0, mostFindings).map(findingOf);
  const uncounted = problems.length - findings.length;
  return uncounted > 0 ? [...findings, uncountedProblems(tree, uncounted)] : findings;
}

/**
 * Returns the finding that stands for the problems in a tree that a check didn't look at.
 * @param count how many there may be
 */
export function uncountedProblems({ offset }: Pick<Node, 'offset'>, count: number): Finding {
  return {
    code: 'too-many-problems',
    message: () => l10n.t('More problems aren’t reported.'),
    span: { offset, length: 0 },
    count,
  };
}
