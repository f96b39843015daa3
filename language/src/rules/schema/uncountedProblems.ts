import type { Node } from 'jsonc-parser';
import * as l10n from '@vscode/l10n';
import type { Finding } from '../findings/finding.ts';

/**
 * Returns the finding that stands for the problems in a tree that a check didn't look at.
 * @param count how many there may be
 */
export function uncountedProblems({ offset }: Node, count: number): Finding {
  return {
    code: 'too-many-problems',
    message: () => l10n.t('There are more problems, which aren’t reported.'),
    span: { offset, length: 0 },
    count,
  };
}
