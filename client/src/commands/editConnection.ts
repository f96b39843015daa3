import * as l10n from '@vscode/l10n';
import { askForConnection } from '../connections/askForConnection.ts';
import { connectionOf, entriesOf, sharesSignIn, withChanged } from '../connections/entries.ts';
import { pickEntry } from '../connections/pickEntry.ts';
import { changeSetting } from '../connections/setting.ts';
import type { ConnectionServices } from '../connections/newConnection.ts';

/** Edit Connection: asks again for what is said of one, and changes that in the user settings. A sign-in that is to another address then is forgotten. */
export function editConnection(services: ConnectionServices): (target?: unknown) => Promise<void> {
  return async (target) => {
    const { prompts, connectionsSetting: setting, connections, forgetSession } = services;
    const entries = entriesOf(setting.read());
    const entry = await pickEntry(entries, target, prompts, l10n.t('Edit a LakeFormation connection'));
    if (entries === undefined || entry === undefined) return;
    const { value, draft: before } = entry;
    const otherNames = entries.filter((other) => other !== entry).map(({ draft }) => draft.name);
    const signIns = services.draftSignIns();
    const title = l10n.t('Edit connection "{0}"', before.name);
    const draft = await askForConnection({ prompts, signIns }, title, before, otherNames);
    if (draft === undefined) return;
    if (!(await changeSetting(setting, prompts, (now) => withChanged(now, value, draft)))) return;
    if (draft.name !== before.name) await connections.renamed(before.name, draft.name);
    const connection = connectionOf(draft);
    const isKept = connection !== undefined && (await signIns.keep(connection));
    const isStale = !sharesSignIn(before, draft) && !(isKept && draft.name === before.name);
    if (isStale && !otherNames.includes(before.name)) await forgetSession(before);
    prompts.status(l10n.t('Connection "{0}" is changed.', draft.name));
  };
}
