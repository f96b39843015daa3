import * as l10n from '@vscode/l10n';
import type { Services } from '../services.ts';

/** Sign Out: forgets the token or the keys of this workspace's connection, and a password that is kept. */
export function signOut({
  connections,
  forgetSession,
  prompts,
}: Pick<Services, 'connections' | 'forgetSession' | 'prompts'>): () => Promise<void> {
  return async () => {
    const connection = await connections.current();
    if (connection === undefined) return;
    if (await forgetSession(connection)) {
      void prompts.info(l10n.t('Signed out of connection "{0}".', connection.name));
    } else {
      void prompts.error(
        l10n.t(
          'Couldn’t delete the credentials: the secret storage failed. Unlock it, then try again. You may still be signed in.',
        ),
      );
    }
  };
}
