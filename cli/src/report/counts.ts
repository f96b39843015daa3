import * as l10n from '@vscode/l10n';
import { joinNames } from '../../../language/src/joining.ts';
import type { Summary } from '../checking/summary.ts';

/** Returns how many problems there are of each severity: "2 errors, 1 warning". */
export function problemCounts({ error, warning, information, hint }: Summary['problems']): string {
  return joinNames([
    ...(error === 0 ? [] : [error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error)]),
    ...(warning === 0 ? [] : [warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning)]),
    ...(information === 0 ? [] : [l10n.t('{0} information', information)]),
    ...(hint === 0 ? [] : [hint === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', hint)]),
  ]);
}
