import * as l10n from '@vscode/l10n';
import type { Edit } from 'jsonc-parser';
import { withItsSpace } from '../../documents/edits/containerEdits.ts';
import type { SyntaxProblem, SyntaxProblemKind } from '../../documents/parsing/problems.ts';
import type { Span } from '../../documents/range.ts';
import type { Fix } from '../findings/finding.ts';
import { quotable } from '../findings/quotable.ts';

/**
 * Returns a fix. Fixes keep the meaning. Only a comment has content that would be lost.
 * @param written the text at the problem
 * @param text what the fix puts in its place, as its title shows it
 */
export function fixOf(problem: SyntaxProblem, written: string, text: string, edits: Fix['edits']): Fix {
  const { kind, length } = problem;
  const isSafe = !isComment(kind) && !isGuessed(problem, written);
  const marks = { edits, isPreferred: true, isSafe };
  switch (kind) {
    case 'comment':
    case 'open-comment':
      return { title: l10n.t('Remove the comment'), ...marks };
    case 'byte-order-mark':
      return { title: l10n.t('Remove the byte order mark'), ...marks };
    case 'surplus-comma':
      return { title: l10n.t('Remove the comma'), ...marks };
    case 'mismatched-bracket':
      return text === ''
        ? { title: l10n.t('Remove {0}', written), ...marks }
        : { title: l10n.t('Replace with {0}', text), ...marks };
    case 'after-end':
      return { title: l10n.t('Remove {0}', quotable(written)), ...marks };
    case 'missing-comma':
    case 'missing-colon':
    case 'open-bracket':
    case 'missing-quote':
    case 'missing-value':
      return { title: l10n.t('Insert {0}', quotable(text.trim())), ...marks };
    default:
      return length > 60 || text.trim() === ''
        ? { title: l10n.t('Replace with valid JSON'), ...marks }
        : { title: l10n.t('Replace with {0}', text), ...marks };
  }
}

/**
 * Whether the fix of a problem is a guess. Several words may be more than one text; what other languages write may be more
 * than one sign.
 * @param written the text at the problem
 */
export function isGuessed({ kind }: SyntaxProblem, written: string): boolean {
  // The other bracket of the pair may be the wrong one; a string may be longer or shorter.
  if (guesses.has(kind)) return true;
  // Beside an escape that doesn't exist, one that does may be meant as a backslash too.
  if (kind === 'wrong-escape') return /(?<!\\)(?:\\\\)*\\[bfnrtu]/.test(written);
  return (kind === 'bare-word' && /\s/.test(written)) || (kind === 'look-alike' && /^(?:=>?|;)$/.test(written));
}

const guesses: ReadonlySet<SyntaxProblemKind> = new Set<SyntaxProblemKind>([
  ...(['mismatched-bracket', 'missing-quote', 'missing-value', 'after-end'] as const),
]);

/** Returns the edit that removes a comment. What it keeps apart stays apart. */
export function commentRemoval(text: string, { offset, length }: Span): Edit {
  const removal = withItsSpace(text, { offset, length });
  const isApart =
    /[^\s,:{}[\]]\s*$/.test(text.slice(Math.max(0, offset - 100), offset)) &&
    /^[^\s,:{}[\]]/.test(text.slice(offset + length, offset + length + 1));
  return isApart ? { ...removal, content: ' ' } : removal;
}

/** Whether a problem is a comment, with or without its end. */
export function isComment(kind: SyntaxProblemKind): boolean {
  return kind === 'comment' || kind === 'open-comment';
}
