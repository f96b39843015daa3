import * as l10n from '@vscode/l10n';

/**
 * Why a text, spaces around it aside, can't be a token or a key. They have no fixed form (a token's length varies up to
 * 100,000), but each goes into one header: printable ASCII without spaces.
 */
export function headerProblem(text: string): string | undefined {
  return /^[\x21-\x7e]*$/.test(text.trim())
    ? undefined
    : l10n.t('Spaces, line breaks, and special characters aren’t allowed. Copy the value again.');
}
