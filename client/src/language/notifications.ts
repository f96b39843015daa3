import type { LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  connectionNotification,
  folderRulesNotification,
  secretsNotification,
  type ConnectionIdentity,
  type ConnectionParams,
  type SecretsParams,
} from '../../../server/src/protocol.ts';
import type { Connection } from '../connections/connection.ts';
import { workspaceFolders } from '../editor/documents.ts';
import type { Services } from '../services.ts';
import { folderRules, type FolderConfiguration } from './folderConfigurations.ts';

/** Notifies the language server of the instances that jobs would go to. Logs when the server isn't running. */
export function notifyConnections(
  client: BaseLanguageClient,
  { connections, log }: Pick<Services, 'connections' | 'log'>,
): void {
  const params: ConnectionParams = {
    connection: identityOf(connections.known('untitled:')),
    folders: workspaceFolders().map((folder) => ({
      uri: folder.uri,
      connection: identityOf(connections.knownIn(folder)),
    })),
  };
  client.sendNotification(connectionNotification, params).catch(() => log.warn('The language server does not run.'));
}

/** Notifies the language server of the severities that configuration files set. Logs when it isn't running. */
export function notifyFolderRules(
  client: BaseLanguageClient,
  configurations: readonly FolderConfiguration[],
  log: Pick<LogOutputChannel, 'warn'>,
): void {
  const sent = client.sendNotification(folderRulesNotification, folderRules(configurations));
  sent.catch(() => log.warn('The language server does not run.'));
}

/** Notifies the language server of the names of the secrets, to suggest references to them. Logs when it isn't running. */
export async function notifySecrets(
  client: BaseLanguageClient,
  { secrets, log }: Pick<Services, 'secrets' | 'log'>,
): Promise<void> {
  const params: SecretsParams = { names: await secrets.names() };
  client.sendNotification(secretsNotification, params).catch(() => log.warn('The language server does not run.'));
}

function identityOf(connection: Connection | undefined): ConnectionIdentity | null {
  return connection ? { name: connection.name, instanceId: connection.instanceId } : null;
}
