import * as l10n from '@vscode/l10n';
import { checkInstances } from '../auth/checkInstances.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import { testConnection } from '../auth/testConnection.ts';
import { askForChanges } from '../connections/askForChanges.ts';
import { connectionOf, entriesOf, sharesSignIn, withChanged } from '../connections/entries.ts';
import type { ConnectionServices } from '../connections/newConnection.ts';
import { pickEntry } from '../connections/pickEntry.ts';
import { changeSetting } from '../connections/setting.ts';

/** Edit Connection: changes what is selected of a connection in the user settings, and tests it. A sign-in to another address is forgotten. */
export function editConnection(services: ConnectionServices & SignInServices): (target?: unknown) => Promise<void> {
  return async (target) => {
    const { prompts, connectionsSetting: setting, connections, forgetSession, sessions } = services;
    const entries = entriesOf(setting.read());
    const entry = await pickEntry(entries, target, prompts, l10n.t('Edit Connection'));
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
    if (draft.name !== before.name) await connections.renamed(before.name, draft.name);
    if (!sharesSignIn(before, draft) && !otherNames.includes(before.name)) await forgetSession(before);
    const connection = connectionOf(draft);
    if (connection) await testConnection(services, connection);
  };
}
