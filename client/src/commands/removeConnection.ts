import * as l10n from '@vscode/l10n';
import { entriesOf, withoutEntry } from '../connections/entries.ts';
import { pickEntry } from '../connections/pickEntry.ts';
import { changeSetting } from '../connections/setting.ts';
import type { ConnectionServices } from '../connections/newConnection.ts';

/** Remove Connection: asks, takes one out of the user settings, and forgets the sign-in to it. */
export function removeConnection({
  prompts,
  connectionsSetting: setting,
  forgetSession,
}: Pick<ConnectionServices, 'prompts' | 'connectionsSetting' | 'forgetSession'>): (target?: unknown) => Promise<void> {
  return async (target) => {
    const entries = entriesOf(setting.read());
    const entry = await pickEntry(entries, target, prompts, l10n.t('Remove a LakeFormation connection'));
    if (entries === undefined || entry === undefined) return;
    const { name } = entry.draft;
    const isSure = await prompts.confirm({
      message: l10n.t('Remove connection "{0}"?', name),
      detail: l10n.t('It is taken out of your settings, and its sign-in is forgotten. Jobs that were submitted stay.'),
      action: l10n.t('Remove'),
      isWarning: true,
    });
    if (!isSure) return;
    if (!(await changeSetting(setting, prompts, (now) => withoutEntry(now, entry.value)))) return;
    // Another entry of that name, which made both useless, has the sign-in from now on.
    const isShared = entries.some((other) => other !== entry && other.draft.name === name);
    if (isShared || (await forgetSession({ name }))) {
      prompts.status(l10n.t('Connection "{0}" is removed.', name));
    } else {
      void prompts.warn(
        l10n.t(
          'Connection "{0}" is removed, but the secret storage of this computer failed, so its sign-in may still be there. It is sent nowhere.',
          name,
        ),
      );
    }
  };
}
