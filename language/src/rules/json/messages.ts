import * as l10n from '@vscode/l10n';
import type { SyntaxProblem } from '../../documents/parsing/problems.ts';
import { quotable } from '../findings/quotable.ts';

/**
 * Returns what is wrong and what to do.
 * @param written the text at the problem
 */
export function messageOf({ kind, edit }: SyntaxProblem, written: string): string {
  switch (kind) {
    case 'comment':
      return l10n.t('The service does not accept comments. Remove it, or move it to "description".');
    case 'open-comment':
      return l10n.t('The comment has no end, and the service does not accept comments. Remove it.');
    case 'surplus-comma':
      return l10n.t('A comma stands between two elements only. Remove this one.');
    case 'missing-comma':
      return l10n.t('A comma is missing before this.');
    case 'other-quotes':
      return l10n.t('JSON knows double quotes only: write {0}.', quotable((edit?.content ?? '').replace(/,$/, '')));
    case 'bare-word':
      return l10n.t(
        'This is no JSON value: write {0}. Bare words are true, false, null and numbers.',
        quotable(edit?.content ?? ''),
      );
    case 'byte-order-mark':
      return l10n.t('The text begins with a byte order mark, which the service may refuse. Remove it.');
    case 'look-alike':
      return l10n.t('JSON has another character here: "{0}". Replace it.', edit?.content ?? '');
    case 'open-bracket':
      return l10n.t('A closing bracket is missing: {0}', quotable((edit?.content ?? '').replace(/,$/, '')));
    case 'mismatched-bracket':
      return edit === undefined || edit.content === ''
        ? l10n.t('Unexpected "{0}".', written)
        : l10n.t('Expected "{0}" instead of "{1}".', edit.content, written);
    case 'missing-colon':
      return l10n.t('A colon is missing between the member name and its value.');
    case 'missing-value':
      return l10n.t('{0} has no value. Write one after a colon.', quotable(withoutColon(written)));
    case 'missing-name':
      return l10n.t('A value in an object needs a member name in double quotes and a colon before it.');
    case 'open-text':
      return l10n.t('The double quotes on this line do not match. Within a text, a quote is written \\".');
    case 'wrong-escape':
      return l10n.t('An escape here does not exist in JSON. Write a backslash itself as \\\\.');
    case 'control-character':
      return l10n.t('Control characters are not allowed in a text. Write a line break as \\n, a tab as \\t.');
    case 'stray':
      return l10n.t('This has no place here. Remove it.');
    case 'after-end':
      return l10n.t('The job ends before this. Remove what follows the closing brace.');
  }
}

/** Returns the same where a secret may stand, without what stands there. */
export function hiddenMessageOf(problem: SyntaxProblem, written: string): string {
  switch (problem.kind) {
    case 'other-quotes':
      return l10n.t('JSON knows double quotes only. Replace these.');
    case 'bare-word':
      return l10n.t('This is no JSON value. Put text in double quotes; bare words are true, false, null and numbers.');
    default:
      return messageOf(problem, written);
  }
}

/** A name that has no value, without its colon. */
function withoutColon(written: string): string {
  return written.endsWith(':') ? written.slice(0, -1).trimEnd() : written;
}
