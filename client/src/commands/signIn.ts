import * as l10n from '@vscode/l10n';
import type { SignInPorts } from '../auth/ports.ts';
import { signIn } from '../auth/signIn.ts';
import { timeLeft } from '../auth/timeLeft.ts';
import type { ConnectionChoice } from '../connections/choice.ts';

/** Sign In: lets the user sign in to this workspace's connection, anew where there is a session already. */
export function signInCommand(connections: ConnectionChoice, ports: SignInPorts): () => Promise<void> {
  return async () => {
    const connection = await connections.current();
    if (connection === undefined) return;
    const session = await signIn(ports, connection);
    if (session === undefined) return;
    void ports.prompts.info(
      l10n.t('You are signed in to connection "{0}": {1}.', connection.name, timeLeft(session, ports.now())),
    );
  };
}
