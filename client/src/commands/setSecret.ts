import * as l10n from '@vscode/l10n';
import type { Prompts } from '../prompts/prompts.ts';
import { askForSecret, secretTitle, warnOfMemoryOnly } from '../secrets/askForSecret.ts';
import { pickUsers } from '../secrets/pickUsers.ts';
import { keyOf, type SecretId } from '../secrets/secretId.ts';
import { askForName, referenceToSecret } from '../secrets/secretName.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Services } from '../services.ts';

/** Set Secret: asks for a name, which connections use it where there are several, and a value, and keeps the value. */
export function setSecret(services: Pick<Services, 'prompts' | 'secrets' | 'usableConnections'>): () => Promise<void> {
  return async () => {
    const { prompts, secrets } = services;
    const name = await askForName(prompts, {
      title: l10n.t('Set Secret'),
      prompt: l10n.t('Name of the secret, used in references: {0}', '${secret:NAME}'),
      value: '',
    });
    if (name === undefined) return;
    const stored = (await secrets.list()).filter((id) => id.name === name);
    const users = await pickUsers(services, secretTitle({ name }), { stored });
    if (users !== undefined) await replaceSecret(secrets, prompts, { name, ...users });
  };
}

/** Asks for the value of a secret and keeps it. */
export async function replaceSecret(secrets: Secrets, prompts: Prompts, id: SecretId): Promise<void> {
  const { name } = id;
  const isThere = (await secrets.list()).some((other) => keyOf(other) === keyOf(id));
  const value = await askForSecret(prompts, id, isThere ? replacedSentence(id) : storedSentence(id));
  if (value === undefined) return;
  if ((await secrets.set(id, value)) === 'memory') {
    warnOfMemoryOnly(prompts, name);
    return;
  }
  const copy = l10n.t('Copy Reference');
  const message = l10n.t('Stored secret {0}. Use it as {1}.', name, referenceToSecret(name));
  if ((await prompts.info(message, copy)) === copy) await prompts.copy(referenceToSecret(name));
}

function replacedSentence({ connection }: SecretId): string {
  return connection === undefined
    ? l10n.t('A secret with this name exists. It will be replaced.')
    : l10n.t('Connection "{0}" has a secret with this name. It will be replaced.', connection);
}

function storedSentence({ connection }: SecretId): string {
  return connection === undefined
    ? l10n.t('Value of the secret. It’s kept in the secret storage, for all workspaces.')
    : l10n.t('Value of the secret. It’s kept in the secret storage, for connection "{0}" only.', connection);
}
