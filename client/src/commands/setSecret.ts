import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import { askForSecret, warnOfMemoryOnly } from '../secrets/askForSecret.ts';
import { askForName, referenceToSecret } from '../secrets/secretName.ts';
import type { Secrets } from '../secrets/secrets.ts';

/** Set Secret: asks for a name and a value, and keeps the value under the name. */
export function setSecret(secrets: Secrets, prompts: Prompts): () => Promise<void> {
  return async () => {
    const name = await askForName(prompts, {
      title: l10n.t('Set a secret'),
      prompt: l10n.t('The name by which jobs refer to it: {0}', '${secret:NAME}'),
      value: '',
    });
    if (name !== undefined) await replaceSecret(secrets, prompts, name);
  };
}

/** Asks for the value of a secret and keeps it under its name. */
export async function replaceSecret(secrets: Secrets, prompts: Prompts, name: string): Promise<void> {
  const isThere = (await secrets.names()).includes(name);
  const value = await askForSecret(
    prompts,
    name,
    isThere
      ? l10n.t('There is a secret of this name. What you enter takes its place.')
      : l10n.t('It is kept in the secret storage of VS Code, for all workspaces.'),
  );
  if (value === undefined) return;
  if ((await secrets.set(name, value)) === 'memory') {
    warnOfMemoryOnly(prompts, name);
    return;
  }
  const copy = l10n.t('Copy Reference');
  const message = l10n.t('The secret {0} is stored. Write {1} where its value is due.', name, referenceToSecret(name));
  if ((await prompts.info(message, copy)) === copy) await prompts.copy(referenceToSecret(name));
}
