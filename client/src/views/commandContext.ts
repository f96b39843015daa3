import { commands } from 'vscode';
import type { Services } from '../services.ts';

type CommandContextServices = Pick<Services, 'secrets' | 'sessions' | 'usableConnections' | 'variablePermissions'>;

/** The context keys of commands and of the walkthrough. They are unset before the extension runs. */
interface CommandContext {
  readonly 'lakeformation.hasConnection': boolean;
  /** Whether the user is signed in to any connection. */
  readonly 'lakeformation.signIn': 'signedIn' | 'signedOut';
  readonly 'lakeformation.hasNoSecrets': boolean;
  readonly 'lakeformation.hasNoVariablePermissions': boolean;
}

/** Sets the context keys on which the commands in the palette and the walkthrough depend. */
export async function updateCommandContext(services: CommandContextServices): Promise<void> {
  for (const [key, value] of Object.entries(await commandContext(services))) {
    await commands.executeCommand('setContext', key, value);
  }
}

async function commandContext({
  secrets,
  sessions,
  usableConnections,
  variablePermissions,
}: CommandContextServices): Promise<CommandContext> {
  const sessionsOfAll = await Promise.all(usableConnections().map(async (connection) => sessions.get(connection)));
  return {
    'lakeformation.hasConnection': usableConnections().length > 0,
    'lakeformation.signIn': sessionsOfAll.some((session) => session !== undefined) ? 'signedIn' : 'signedOut',
    'lakeformation.hasNoSecrets': (await secrets.names()).length === 0,
    'lakeformation.hasNoVariablePermissions': variablePermissions.all().length === 0,
  };
}

/** Has the walkthrough complete its last step once a job was accepted; VS Code remembers that. */
export function completeSubmitStep(history: Services['history']): void {
  history.onDidChange(({ result }) => {
    if (result === 'accepted' || result === 'found') {
      void commands.executeCommand('setContext', 'lakeformation.hasSubmitted', true);
    }
  });
}
