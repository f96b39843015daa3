import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';

/** Reports that a token was removed from a text, and how long the token can still be used. */
export function reportRemovedToken(prompts: Pick<Prompts, 'warn'>): void {
  void prompts.warn(l10n.t('Removed a token from the text. It stays valid for up to 24 hours.'));
}
