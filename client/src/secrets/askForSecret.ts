import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';

/** Asks for the value of a secret, which is not shown. `undefined` when the user leaves. */
export async function askForSecret(prompts: Prompts, name: string, prompt: string): Promise<string | undefined> {
  return prompts.secret({
    title: l10n.t('Secret {0}', name),
    prompt,
    // A password may have any characters, spaces at its ends too.
    validate: (text) => (text === '' ? l10n.t('Enter the secret.') : undefined),
  });
}

/** Says that a secret is kept in memory alone. */
export function warnOfMemoryOnly(prompts: Prompts, name: string): void {
  void prompts.warn(
    l10n.t(
      'The secret storage of this computer failed, so the secret {0} is kept until this window closes, and nowhere else.',
      name,
    ),
  );
}
