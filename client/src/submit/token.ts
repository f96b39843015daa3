import * as l10n from '@vscode/l10n';
import type { Failure } from '../api/errors.ts';
import { askForToken } from '../auth/tokenPrompt.ts';
import type { Connection } from '../connections/connection.ts';
import type { SubmitJobPorts } from './ports.ts';
import { failureSentence } from './sentences.ts';

/** The token that is kept for a connection, else one that the user is asked for. `undefined` when the user leaves. */
export async function tokenFor(
  { tokens, prompts }: SubmitJobPorts,
  connection: Connection,
): Promise<string | undefined> {
  return (await tokens.get(connection)) ?? askForToken(connection, tokens, prompts);
}

/** Says that the service did not take the token, and asks for another one. `undefined` when the user leaves. */
export async function replaceToken(
  { prompts, tokens }: SubmitJobPorts,
  failure: Failure,
  connection: Connection,
  redact: (text: string) => string,
): Promise<string | undefined> {
  const setToken = l10n.t('Set Token');
  const message = `${failureSentence(failure, connection)} ${l10n.t('No job was created.')}`;
  const chosen = await prompts.error(redact(message), setToken);
  return chosen === setToken ? askForToken(connection, tokens, prompts) : undefined;
}
