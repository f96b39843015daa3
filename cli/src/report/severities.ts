import * as l10n from '@vscode/l10n';
import type { RuleSeverity } from '../../../language/src/rules/rule.ts';

/** Returns a severity as a word. */
export function severityWord(severity: RuleSeverity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}
