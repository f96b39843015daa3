import * as l10n from '@vscode/l10n';
import type { Tokens } from '../auth/tokens.ts';
import type { ConnectionChoice } from '../connections/choice.ts';
import type { Prompts } from '../prompts.ts';

/** Remove Token: forgets the token of this workspace's connection. */
export function removeToken(connections: ConnectionChoice, tokens: Tokens, prompts: Prompts): () => Promise<void> {
  return async () => {
    const connection = await connections.current();
    if (connection === undefined) return;
    if (await tokens.delete(connection)) {
      void prompts.info(l10n.t('The token for connection "{0}" is removed.', connection.name));
    } else {
      void prompts.error(
        l10n.t(
          'The secret storage of this computer failed, so the token may still be there. Try again after unlocking it.',
        ),
      );
    }
  };
}
