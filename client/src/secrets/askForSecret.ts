import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import type { SecretId } from './secretId.ts';

/** Asks for the value of a secret, which isn't shown. `undefined` when the user leaves. */
export async function askForSecret(prompts: Prompts, id: SecretId, prompt: string): Promise<string | undefined> {
  return prompts.secret({
    title: secretTitle(id),
    prompt,
    // A password may have any characters, spaces at its ends too.
    validate: (text) => (text === '' ? l10n.t('Enter the secret.') : undefined),
  });
}

/** Returns the title of a question about a secret. */
export function secretTitle({ name, connection }: SecretId): string {
  return connection === undefined
    ? l10n.t('Secret {0}', name)
    : l10n.t('Secret {0} of connection "{1}"', name, connection);
}

/** Reports that a secret is kept in memory alone. */
export function warnOfMemoryOnly(prompts: Prompts, name: string): void {
  void prompts.warn(l10n.t('The secret storage failed. Secret "{0}" is kept until this window closes.', name));
}
