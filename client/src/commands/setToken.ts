import * as l10n from '@vscode/l10n';
import { askForToken } from '../auth/tokenPrompt.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { ConnectionChoice } from '../connections/choice.ts';
import type { Prompts } from '../prompts.ts';

/** Set Token: asks for the token of this workspace's connection and keeps it. */
export function setToken(connections: ConnectionChoice, tokens: Tokens, prompts: Prompts): () => Promise<void> {
  return async () => {
    const connection = await connections.current();
    if (connection === undefined) return;
    const token = await askForToken(connection, tokens, prompts);
    if (token !== undefined) void prompts.info(l10n.t('The token for connection "{0}" is set.', connection.name));
  };
}
