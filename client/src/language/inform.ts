import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ConnectionIdentity } from '../../../server/src/protocol.ts';
import type { Connection } from '../connections/connection.ts';
import { workspaceFolders } from '../editor/documents.ts';
import type { Services } from '../services.ts';
import { tellConnections, tellSecrets } from './client.ts';

/** Tells the language server what it does not read itself; when it does not run, the log says so. */
export interface Informant {
  connections(): void;
  secrets(): Promise<void>;
}

export function createInformant(
  client: BaseLanguageClient,
  { connections, secrets, log }: Pick<Services, 'connections' | 'secrets' | 'log'>,
): Informant {
  const fails = (): void => log.warn('The language server does not run.');
  return {
    connections() {
      tellConnections(client, {
        connection: identityOf(connections.known('untitled:')),
        folders: workspaceFolders().map((folder) => ({
          uri: folder.uri,
          connection: identityOf(connections.knownIn(folder)),
        })),
      }).catch(fails);
    },
    async secrets() {
      tellSecrets(client, await secrets.names()).catch(fails);
    },
  };
}

function identityOf(connection: Connection | undefined): ConnectionIdentity | null {
  return connection ? { name: connection.name, instanceId: connection.instanceId } : null;
}
