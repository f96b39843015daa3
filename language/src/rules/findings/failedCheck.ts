import * as l10n from '@vscode/l10n';
import { describeFailure } from '../../failures/describeFailure.ts';
import type { Finding } from './finding.ts';

/** Returns the finding about a check that threw an error: its name and the error's kind, never the message, which can quote the document. */
export function failedCheck(name: string, error: unknown): Finding {
  const [kind = ''] = describeFailure(error).split('\n');
  return {
    code: 'check-failed',
    message: () => l10n.t('The check "{0}" failed ({1}), so this document isn’t fully checked.', name, kind),
    span: { offset: 0, length: 1 },
  };
}
