import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import { pickSecret } from '../secrets/pickSecret.ts';
import { referenceToSecret } from '../secrets/secretName.ts';
import { secretTitle } from '../secrets/askForSecret.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { forgetSecret } from './deleteSecret.ts';
import { replaceSecret } from './setSecret.ts';

/** List Secrets: shows the names and connections, never a value, and what can be done with one. */
export function listSecrets(secrets: Secrets, prompts: Prompts): () => Promise<void> {
  return async () => {
    const id = await pickSecret(
      secrets,
      prompts,
      l10n.t('Secrets'),
      l10n.t('Select a secret to copy its reference, replace it, or delete it'),
    );
    if (id === undefined) return;
    const { name } = id;
    const use = await prompts.pick(
      [
        { label: l10n.t('Copy Reference'), description: referenceToSecret(name), value: 'copy' },
        { label: l10n.t('Replace'), value: 'replace' },
        { label: l10n.t('Delete'), value: 'delete' },
      ],
      { title: secretTitle(id), placeholder: l10n.t('Select an action') },
    );
    if (use === 'copy') {
      await prompts.copy(referenceToSecret(name));
      prompts.status(l10n.t('Copied: {0}', referenceToSecret(name)));
    }
    if (use === 'replace') await replaceSecret(secrets, prompts, id);
    if (use === 'delete') await forgetSecret(secrets, prompts, id);
  };
}
