import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import { pickSecret } from '../secrets/pickSecret.ts';
import type { SecretId } from '../secrets/secretId.ts';
import type { Secrets } from '../secrets/secrets.ts';

/** Delete Secret: asks which, and forgets it. */
export function deleteSecret(secrets: Secrets, prompts: Prompts): () => Promise<void> {
  return async () => {
    const id = await pickSecret(secrets, prompts, l10n.t('Delete Secret'), l10n.t('Select a secret'));
    if (id !== undefined) await forgetSecret(secrets, prompts, id);
  };
}

/** Forgets a secret, once the user has said yes. */
export async function forgetSecret(secrets: Secrets, prompts: Prompts, id: SecretId): Promise<void> {
  const { name, connection } = id;
  const isConfirmed = await prompts.confirm({
    message:
      connection === undefined
        ? l10n.t('Delete secret "{0}"?', name)
        : l10n.t('Delete secret "{0}" of connection "{1}"?', name, connection),
    detail: await consequence(secrets, id),
    action: l10n.t('Delete'),
  });
  if (!isConfirmed) return;
  if (await secrets.delete(id)) {
    void prompts.info(l10n.t('Deleted secret "{0}".', name));
  } else {
    void prompts.error(
      l10n.t('Couldn’t delete secret "{0}": the secret storage failed. Unlock it, then try again.', name),
    );
  }
}

/** What Submit Job does without a secret. */
async function consequence(secrets: Secrets, { name, connection }: SecretId): Promise<string> {
  const ofName = (await secrets.list()).filter((other) => other.name === name);
  if (connection !== undefined && ofName.some((other) => other.connection === undefined)) {
    return l10n.t('This can’t be undone. Submit Job uses the secret of all connections instead.');
  }
  return connection === undefined && ofName.length > 1
    ? l10n.t(
        'This can’t be undone. Connections with a secret of this name keep it. For the others, Submit Job asks for the value.',
      )
    : l10n.t('This can’t be undone. Submit Job asks for the value when a job refers to this secret.');
}
