import * as l10n from '@vscode/l10n';
import { askForToken } from '../auth/pasteToken.ts';
import type { SignInPorts } from '../auth/ports.ts';
import { keepSession } from '../auth/signIn.ts';
import type { ConnectionChoice } from '../connections/choice.ts';

/** Set Token: signs in to this workspace's connection with a token that is pasted. */
export function setToken(connections: ConnectionChoice, ports: SignInPorts): () => Promise<void> {
  return async () => {
    const connection = await connections.current();
    if (connection === undefined) return;
    const session = await askForToken(ports, connection);
    if (session === undefined) return;
    await keepSession(ports, connection, session);
    void ports.prompts.info(l10n.t('The token for connection "{0}" is set.', connection.name));
  };
}
