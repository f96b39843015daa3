import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import { usersOf, type SecretId } from './secretId.ts';
import type { Secrets } from './secrets.ts';

/** Lets the user choose one of the secrets by its name and connection; shows a message when there is none. */
export async function pickSecret(
  secrets: Secrets,
  prompts: Prompts,
  title: string,
  placeholder: string,
): Promise<SecretId | undefined> {
  const ids = await secrets.list();
  if (ids.length === 0) {
    void prompts.info(l10n.t('No secrets are stored. To store one, run Set Secret.'));
    return undefined;
  }
  return prompts.pick(
    ids.map((id) => ({ label: id.name, description: usersOf(id), value: id })),
    { title, placeholder },
  );
}
