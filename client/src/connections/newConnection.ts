import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import { askForConnection } from './askForConnection.ts';
import type { ConnectionChoice } from './choice.ts';
import type { Connection } from './connection.ts';
import type { DraftSignIn } from './draftSignIn.ts';
import { connectionOf, emptyDraft, entriesOf, withAdded } from './entries.ts';
import { changeSetting, type ConnectionsSetting } from './setting.ts';

/** The services that change connections. */
export interface ConnectionServices {
  readonly prompts: Prompts;
  readonly connectionsSetting: ConnectionsSetting;
  readonly connections: ConnectionChoice;
  /** Starts a sign-in that is in memory while the user is asked for a connection. */
  readonly draftSignIn: () => DraftSignIn;
  /** Forgets the session of a connection; `false` when it may still be stored. */
  readonly forgetSession: (connection: Pick<Connection, 'name'>) => Promise<boolean>;
}

/**
 * Asks for a connection step by step and writes it to the user settings; chooses it for no folder.
 * @returns the name; `undefined` when the user left, or it couldn't be written
 */
export async function newConnection(
  services: Pick<ConnectionServices, 'prompts' | 'connectionsSetting' | 'draftSignIn'>,
): Promise<string | undefined> {
  const { prompts, connectionsSetting: setting } = services;
  const signIn = services.draftSignIn();
  const names = (entriesOf(setting.read()) ?? []).map(({ draft }) => draft.name);
  const draft = await askForConnection({ prompts, signIn }, l10n.t('Add Connection'), emptyDraft, names);
  if (draft === undefined) return undefined;
  if (!(await changeSetting(setting, prompts, (now) => withAdded(now, draft)))) return undefined;
  const connection = connectionOf(draft);
  if (connection) await signIn.keep(connection);
  return draft.name;
}
