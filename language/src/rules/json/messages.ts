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
      return l10n.t('The service doesn’t accept comments. Remove it, or use "description".');
    case 'open-comment':
      return l10n.t('Unterminated comment. The service doesn’t accept comments.');
    case 'surplus-comma':
      return l10n.t('Unexpected comma.');
    case 'missing-comma':
      return l10n.t('Expected a comma.');
    case 'other-quotes':
      return l10n.t('JSON requires double quotes. Use {0}.', quotable((edit?.content ?? '').replace(/,$/, '')));
    case 'bare-word':
      return l10n.t('Invalid JSON value. Use {0}.', quotable(edit?.content ?? ''));
    case 'byte-order-mark':
      return l10n.t('The service may reject the byte order mark at the start of the document.');
    case 'look-alike':
      return l10n.t('Invalid character. Use "{0}".', edit?.content ?? '');
    case 'open-bracket':
      return l10n.t('Expected "{0}".', quotable((edit?.content ?? '').replace(/,$/, '').trim()));
    case 'mismatched-bracket':
      return edit === undefined || edit.content === ''
        ? l10n.t('Unexpected "{0}".', written)
        : l10n.t('Expected "{0}" instead of "{1}".', edit.content, written);
    case 'missing-colon':
      return l10n.t('Expected a colon after the property name.');
    case 'missing-value':
      if (edit) return l10n.t('Expected "{0}" after {1}.', '{', quotable(written.slice(0, -1).trimEnd()));
      return written.endsWith(':')
        ? l10n.t('Expected a value after {0}.', quotable(written.slice(0, -1).trimEnd()))
        : l10n.t('Expected a colon and a value after {0}.', quotable(written));
    case 'missing-name':
      return l10n.t('Expected a property name and a colon before the value.');
    case 'open-text':
      return l10n.t('Unterminated string. Within a string, write " as \\".');
    case 'missing-quote':
      return written.startsWith('"')
        ? l10n.t('Expected a closing quotation mark.')
        : l10n.t('Expected an opening quotation mark.');
    case 'wrong-escape':
      return l10n.t('Invalid escape sequence. Write \\ as \\\\.');
    case 'control-character':
      return l10n.t('Control character in a string. Write a line break as \\n and a tab as \\t.');
    case 'stray':
      return l10n.t('Unexpected text.');
    case 'after-end':
      return l10n.t('Unexpected text after the job.');
  }
}

/** Returns the same for a place that may have a secret, without its text. */
export function hiddenMessageOf(problem: SyntaxProblem, written: string): string {
  switch (problem.kind) {
    case 'other-quotes':
      return l10n.t('JSON requires double quotes.');
    case 'bare-word':
      return l10n.t('Invalid JSON value. Strings need double quotes.');
    default:
      return messageOf(problem, written);
  }
}
