import * as l10n from '@vscode/l10n';
import { entriesOf, withoutEntry } from '../connections/entries.ts';
import { pickEntry } from '../connections/pickEntry.ts';
import { changeSetting } from '../connections/setting.ts';
import type { ConnectionServices } from '../connections/newConnection.ts';
import { deleteSecretsOfConnection, secretsOfConnection } from '../secrets/connectionSecrets.ts';
import type { Services } from '../services.ts';
import { joinNames } from '../../../language/src/joining.ts';

/** Remove Connection: asks, takes one out of the user settings, and forgets the sign-in to it and its own secrets. */
export function removeConnection({
  prompts,
  connectionsSetting: setting,
  forgetSession,
  secrets,
}: Pick<ConnectionServices, 'prompts' | 'connectionsSetting' | 'forgetSession'> & Pick<Services, 'secrets'>): (
  target?: unknown,
) => Promise<void> {
  return async (target) => {
    const entries = entriesOf(setting.read());
    const entry = await pickEntry(entries, target, prompts, l10n.t('Remove Connection'));
    if (entries === undefined || entry === undefined) return;
    const { name } = entry.draft;
    // Another entry of that name, which made both useless, has the sign-in and the secrets from now on.
    const isShared = entries.some((other) => other !== entry && other.draft.name === name);
    const lost = isShared ? [] : await secretsOfConnection(secrets, name);
    const isSure = await prompts.confirm({
      message: l10n.t('Remove connection "{0}"?', name),
      detail:
        lost.length === 0
          ? l10n.t('This removes it from your settings and signs out. Submitted jobs aren’t affected.')
          : l10n.t(
              'This removes it from your settings, signs out, and deletes its secrets ({0}). Submitted jobs aren’t affected.',
              joinNames(lost.map((secret) => secret.name)),
            ),
      action: l10n.t('Remove'),
      isWarning: true,
    });
    if (!isSure) return;
    if (!(await changeSetting(setting, prompts, (now) => withoutEntry(now, entry.value)))) return;
    const isForgotten = isShared || (await forgetSession({ name }));
    const areDeleted = isShared || (await deleteSecretsOfConnection(secrets, name));
    if (isForgotten && areDeleted) {
      prompts.status(l10n.t('Removed connection "{0}".', name));
    } else {
      void prompts.warn(
        l10n.t(
          'Removed connection "{0}", but the secret storage failed, so its credentials and secrets may still be stored. They aren’t sent anywhere.',
          name,
        ),
      );
    }
  };
}
