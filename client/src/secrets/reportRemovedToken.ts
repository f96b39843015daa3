import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';

/** Says that a token was removed from a text, and how long whoever has it can use it. */
export function reportRemovedToken(prompts: Pick<Prompts, 'warn'>): void {
  void prompts.warn(l10n.t('Removed a token from the text. It stays valid for up to 24 hours.'));
}
