import * as l10n from '@vscode/l10n';
import { checkInstances } from '../auth/checkInstances.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import { testConnection } from '../auth/testConnection.ts';
import { askForChanges } from '../connections/askForChanges.ts';
import { connectionOf, entriesOf, sharesSignIn, withChanged } from '../connections/entries.ts';
import type { ConnectionServices } from '../connections/newConnection.ts';
import { pickEntry } from '../connections/pickEntry.ts';
import { changeSetting } from '../connections/setting.ts';
import { renameConnectionOfSecrets } from '../secrets/connectionSecrets.ts';
import type { Services } from '../services.ts';
import { joinNames } from '../../../language/src/joining.ts';

/** Edit Connection: changes what is selected of a connection in the user settings, and tests it. A sign-in to another address is forgotten. */
export function editConnection(
  services: ConnectionServices & SignInServices & Pick<Services, 'secrets'>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    const { prompts, connectionsSetting: setting, connections, forgetSession, sessions } = services;
    const entries = entriesOf(setting.read());
    const [only, another] = entries ?? [];
    const isOnly = only !== undefined && another === undefined;
    const entry = isOnly ? only : await pickEntry(entries, target, prompts, l10n.t('Edit Connection'));
    if (entries === undefined || entry === undefined) return;
    const { value, draft: before } = entry;
    const otherNames = entries.filter((other) => other !== entry).map(({ draft }) => draft.name);
    const draft = await askForChanges(
      {
        prompts,
        async instances(connection) {
          const session = await sessions.get({ ...connection, name: before.name });
          const check = session && (await checkInstances(services, connection, session));
          if (check?.kind === 'accepted') return check.instances;
          if (check?.problem !== undefined) void prompts.warn(check.problem);
          return undefined;
        },
      },
      before,
      otherNames,
    );
    if (draft === undefined) return;
    if (!(await changeSetting(setting, prompts, (now) => withChanged(now, value, draft)))) return;
    if (draft.name !== before.name) {
      await connections.renamed(before.name, draft.name);
      if (!otherNames.includes(before.name)) await renameSecrets(services, before.name, draft.name);
    }
    if (!sharesSignIn(before, draft) && !otherNames.includes(before.name)) await forgetSession(before);
    const connection = connectionOf(draft);
    if (connection) await testConnection(services, connection);
  };
}

/** The connection keeps its own secrets under its new name. */
async function renameSecrets(
  { prompts, secrets }: Pick<Services, 'prompts' | 'secrets'>,
  from: string,
  to: string,
): Promise<void> {
  const left = await renameConnectionOfSecrets(secrets, from, to);
  if (left.length === 0) return;
  void prompts.warn(
    l10n.t(
      'Couldn’t keep the secrets of connection "{0}" ({1}): the secret storage failed. Unlock it, and set them for "{2}".',
      from,
      joinNames(left),
      to,
    ),
  );
}
