import * as l10n from '@vscode/l10n';
import { askForToken } from '../auth/askForToken.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import { keepSession } from '../auth/signIn.ts';
import type { Services } from '../services.ts';

/** Set Token: signs in to this workspace's connection with a token that is pasted. */
export function setToken(services: SignInServices & Pick<Services, 'connections'>): () => Promise<void> {
  return async () => {
    const connection = await services.connections.current();
    if (connection === undefined) return;
    const session = await askForToken(services, connection);
    if (session === undefined) return;
    await keepSession(services, connection, session);
    void services.prompts.info(l10n.t('The token for connection "{0}" is set.', connection.name));
  };
}
