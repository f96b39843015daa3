import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import { pickSecret } from '../secrets/pickSecret.ts';
import type { Secrets } from '../secrets/secrets.ts';

/** Delete Secret: asks which, and forgets it. */
export function deleteSecret(secrets: Secrets, prompts: Prompts): () => Promise<void> {
  return async () => {
    const name = await pickSecret(secrets, prompts, l10n.t('Delete a secret'), l10n.t('Which one?'));
    if (name !== undefined) await forgetSecret(secrets, prompts, name);
  };
}

/** Forgets a secret, once the user has said yes. */
export async function forgetSecret(secrets: Secrets, prompts: Prompts, name: string): Promise<void> {
  const isConfirmed = await prompts.confirm({
    message: l10n.t('Delete the secret {0}?', name),
    detail: l10n.t('It cannot be brought back. Jobs that refer to it ask for it when they are submitted.'),
    action: l10n.t('Delete'),
  });
  if (!isConfirmed) return;
  if (await secrets.delete(name)) {
    void prompts.info(l10n.t('The secret {0} is deleted.', name));
  } else {
    void prompts.error(
      l10n.t(
        'The secret storage of this computer failed, so the secret {0} may still be there. Try again after unlocking it.',
        name,
      ),
    );
  }
}
