import { commands } from 'vscode';
import type { Services } from '../services.ts';

type CommandContextServices = Pick<Services, 'secrets' | 'sessions' | 'usableConnections' | 'variablePermissions'>;

/** The context keys that hide commands in the palette which can do nothing. They are unset before the extension runs. */
interface CommandContext {
  readonly 'lakeformation.isSignedOut': boolean;
  readonly 'lakeformation.hasNoSecrets': boolean;
  readonly 'lakeformation.hasNoVariablePermissions': boolean;
}

/** Sets the context keys on which the commands in the palette depend. */
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
  const signedIn = await Promise.all(usableConnections().map(async (connection) => sessions.get(connection)));
  return {
    'lakeformation.isSignedOut': signedIn.every((session) => session === undefined),
    'lakeformation.hasNoSecrets': (await secrets.names()).length === 0,
    'lakeformation.hasNoVariablePermissions': variablePermissions.all().length === 0,
  };
}
