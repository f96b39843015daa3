import * as l10n from '@vscode/l10n';
import type { SignInServices } from '../auth/signInServices.ts';
import { signIn } from '../auth/signIn.ts';
import { timeLeft } from '../auth/timeLeft.ts';
import type { Services } from '../services.ts';

/** Sign In: lets the user sign in to this workspace's connection, anew where there is a session already. */
export function signInCommand(services: SignInServices & Pick<Services, 'connections'>): () => Promise<void> {
  return async () => {
    const connection = await services.connections.current();
    if (connection === undefined) return;
    const session = await signIn(services, connection);
    if (session === undefined) return;
    void services.prompts.info(
      l10n.t('You are signed in to connection "{0}": {1}.', connection.name, timeLeft(session, services.now())),
    );
  };
}
