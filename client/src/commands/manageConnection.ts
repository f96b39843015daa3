import * as l10n from '@vscode/l10n';
import type { Choice } from '../prompts/choice.ts';
import type { Services } from '../services.ts';
import type { CommandId } from './ids.ts';

/** What Manage Connection uses. */
export interface ManageConnectionServices extends Pick<Services, 'prompts' | 'connections' | 'signInStatus'> {
  /** The title of a command, as the manifest has it. */
  readonly titleOf: (id: CommandId) => string;
  /** Runs a command on a connection, of which it gets the name. */
  readonly run: (id: CommandId, name: string | undefined) => Promise<void>;
}

/** Manage Connection: the menu of the status bar, everything that can be done with the connection in force and the others. */
export function manageConnection(services: ManageConnectionServices): () => Promise<void> {
  return async () => {
    const { prompts, connections, signInStatus, titleOf, run } = services;
    const connection = connections.known();
    const state = connection && (await signInStatus(connection));
    const ids: readonly CommandId[] = [
      'lakeformation.selectConnection',
      ...signInCommands(connection !== undefined, state !== undefined),
      'lakeformation.addConnection',
      'lakeformation.editConnection',
      'lakeformation.removeConnection',
    ];
    const choices: Choice<CommandId | 'settings'>[] = [
      ...ids.map((id) => ({
        label: titleOf(id),
        ...(connection && isAboutOne(id) && { description: connection.name }),
        value: id,
      })),
      { label: l10n.t('Open Settings'), value: 'settings' },
    ];
    const chosen = await prompts.pick(choices, {
      title: connection ? l10n.t('LakeFormation connection {0}', connection.name) : l10n.t('LakeFormation connection'),
      placeholder: l10n.t('What do you want to do?'),
    });
    if (chosen === 'settings') await prompts.openSettings('@ext:lfjob.lakeformation-jobs');
    else if (chosen !== undefined) await run(chosen, isAboutOne(chosen) ? connection?.name : undefined);
  };
}

function isAboutOne(id: CommandId): boolean {
  return id !== 'lakeformation.selectConnection' && id !== 'lakeformation.addConnection';
}

/** Signing in again makes sense too: a token ends, and another account may be meant. */
function signInCommands(isChosen: boolean, isSignedIn: boolean): readonly CommandId[] {
  if (!isChosen) return [];
  return isSignedIn ? ['lakeformation.signIn', 'lakeformation.signOut'] : ['lakeformation.signIn'];
}
