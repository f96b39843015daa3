import * as l10n from '@vscode/l10n';
import { renewSession } from '../auth/renewSession.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import { entriesOf } from '../connections/entries.ts';
import { canRenew } from '../connections/status.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Services } from '../services.ts';
import type { CommandId } from './ids.ts';

/** What Manage Connection uses. */
export interface ManageConnectionServices
  extends SignInServices, Pick<Services, 'connections' | 'connectionsSetting' | 'signInStatus' | 'usableConnections'> {
  /** The title of a command, as the manifest has it. */
  readonly titleOf: (id: CommandId) => string;
  /** Runs a command on a connection, of which it gets the name. */
  readonly run: (id: CommandId, name: string | undefined) => Promise<void>;
}

/** A row of the menu. */
type Action = CommandId | 'renew' | 'settings';

/**
 * Manage Connection: the menu of the status bar, with what can be done with the connection in force and the others.
 * @returns the handler; `renew`, which the status bar passes, renews the sign-in without the menu
 */
export function manageConnection(services: ManageConnectionServices): (target?: unknown) => Promise<void> {
  return async (target) => {
    const { prompts, connections, titleOf, run } = services;
    const connection = connections.known();
    if (target === 'renew' && connection) {
      await renewSession(services, connection);
      return;
    }
    const choices = (await actionsFor(services)).map((action): Choice<Action> => ({
      label: action === 'settings' ? l10n.t('Open Settings') : action === 'renew' ? l10n.t('Renew') : titleOf(action),
      ...(connection && isAboutOne(action) && { description: connection.name }),
      value: action,
    }));
    const chosen = await prompts.pick(choices, {
      title: connection ? l10n.t('Connection "{0}"', connection.name) : l10n.t('Manage Connection'),
      placeholder: l10n.t('Select an action'),
    });
    if (chosen === 'settings') await prompts.openSettings('@ext:lfjob.lakeformation-jobs');
    else if (chosen === 'renew') await (connection && renewSession(services, connection));
    else if (chosen !== undefined) await run(chosen, isAboutOne(chosen) ? connection?.name : undefined);
  };
}

/** The actions that can do something now. Signing in again makes sense, too: a token ends, and another account may be meant. */
async function actionsFor({
  connections,
  connectionsSetting,
  signInStatus,
  usableConnections,
}: ManageConnectionServices): Promise<readonly Action[]> {
  const connection = connections.known();
  const signIn = connection && (await signInStatus(connection));
  const entries = entriesOf(connectionsSetting.read());
  const usable = usableConnections().length;
  const canSelect = usable > 1 || (usable === 1 && connection === undefined);
  return [
    ...when(canRenew(signIn), 'renew'),
    ...when(canSelect, 'lakeformation.selectConnection'),
    ...when(connection !== undefined, 'lakeformation.signIn'),
    ...when(signIn !== undefined, 'lakeformation.signOut'),
    ...when(entries !== undefined, 'lakeformation.addConnection'),
    ...when(
      entries !== undefined && entries.length > 0,
      'lakeformation.editConnection',
      'lakeformation.removeConnection',
    ),
    ...when(entries === undefined || entries.length > 0, 'settings'),
  ];
}

function when(condition: boolean, ...actions: readonly Action[]): readonly Action[] {
  return condition ? actions : [];
}

function isAboutOne(action: Action): boolean {
  return (
    action !== 'lakeformation.selectConnection' && action !== 'lakeformation.addConnection' && action !== 'settings'
  );
}
