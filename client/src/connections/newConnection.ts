import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import type { ConnectionChoice } from './choice.ts';
import type { Connection } from './connection.ts';
import { askForConnection, type DraftSignIns } from './askForConnection.ts';
import { connectionOf, emptyDraft, entriesOf, withAdded } from './entries.ts';
import { changeSetting, type ConnectionsSetting } from './setting.ts';

/** The services that change connections. */
export interface ConnectionServices {
  readonly prompts: Prompts;
  readonly connectionsSetting: ConnectionsSetting;
  readonly connections: ConnectionChoice;
  /** Starts to hold sign-ins in memory while the user is asked for a connection. */
  readonly draftSignIns: () => DraftSignIns;
  /** Forgets the session of a connection; `false` when it may still be stored. */
  readonly forgetSession: (connection: Pick<Connection, 'name'>) => Promise<boolean>;
}

/**
 * Asks for a connection step by step and writes it to the user settings; chooses it for no folder.
 * @returns the name; `undefined` when the user left, or it could not be written
 */
export async function newConnection(
  services: Pick<ConnectionServices, 'prompts' | 'connectionsSetting' | 'draftSignIns'>,
): Promise<string | undefined> {
  const { prompts, connectionsSetting: setting } = services;
  const signIns = services.draftSignIns();
  const names = (entriesOf(setting.read()) ?? []).map(({ draft }) => draft.name);
  const draft = await askForConnection(
    { prompts, signIns },
    l10n.t('Add a LakeFormation connection'),
    emptyDraft,
    names,
  );
  if (draft === undefined) return undefined;
  if (!(await changeSetting(setting, prompts, (now) => withAdded(now, draft)))) return undefined;
  const connection = connectionOf(draft);
  if (connection) await signIns.keep(connection);
  prompts.status(l10n.t('Connection "{0}" is added.', draft.name));
  return draft.name;
}
