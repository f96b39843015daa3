import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { Prompts } from '../prompts.ts';
import type { Tokens } from './tokens.ts';

/** Asks for a connection's token and keeps it. `undefined` when the user leaves. */
export async function askForToken(
  connection: Connection,
  tokens: Tokens,
  prompts: Prompts,
): Promise<string | undefined> {
  const entered = await prompts.secret({
    title: l10n.t('Token for {0}', connection.name),
    prompt: l10n.t(
      'Paste the X-Subject-Token of IAM for project {0}. It goes to {1} only.',
      connection.projectId,
      connection.endpoint,
    ),
    validate: tokenProblem,
  });
  if (entered === undefined) return undefined;
  const token = entered.trim();
  if ((await tokens.set(connection, token)) === 'memory') {
    void prompts.warn(
      l10n.t(
        'The secret storage of this computer failed, so the token is kept until this window closes, and nowhere else.',
      ),
    );
  }
  return token;
}

/** A token has no fixed form (its length varies up to 100,000), but it is one header: printable ASCII without spaces. */
function tokenProblem(text: string): string | undefined {
  const token = text.trim();
  if (token === '') return l10n.t('Paste a token.');
  return /^[\x21-\x7e]+$/.test(token) ? undefined : l10n.t('A token has no spaces, line breaks or special characters.');
}
