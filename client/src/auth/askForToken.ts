import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { headerProblem } from './headerProblem.ts';
import { assumedExpiry, type TokenSession } from './session.ts';

/** Asks for a connection's token. `undefined` when the user leaves. */
export async function askForToken(
  { prompts, now }: { readonly prompts: Prompts; readonly now: () => number },
  { name, projectId, endpoint }: Connection,
): Promise<TokenSession | undefined> {
  const entered = await prompts.secret({
    title: l10n.t('Token for {0}', name),
    prompt: l10n.t('Paste the X-Subject-Token of IAM for project {0}. It goes to {1} only.', projectId, endpoint),
    validate: (text) => (text.trim() === '' ? l10n.t('Paste a token.') : headerProblem(text)),
  });
  return entered === undefined ? undefined : { kind: 'token', token: entered.trim(), expiry: assumedExpiry(now()) };
}
