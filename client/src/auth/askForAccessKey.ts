import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { headerProblem } from './headerProblem.ts';
import type { AccessKeySession, Session } from './session.ts';

/** Asks for an access key, its secret key and, where it is a temporary one, its security token. `undefined` when the user leaves. */
export async function askForAccessKey(
  { prompts }: { readonly prompts: Prompts },
  { name, endpoint }: Connection,
  before: Session | undefined,
): Promise<AccessKeySession | undefined> {
  const title = l10n.t('Access keys for {0}', name);
  const accessKey = await prompts.input({
    title,
    prompt: l10n.t('Access key (AK), from the console: My Credentials › Access Keys'),
    value: before?.kind === 'accessKey' ? before.accessKey : '',
    validate: (text) => (text.trim() === '' ? l10n.t('Enter the access key.') : keyProblem(text)),
  });
  if (accessKey === undefined) return undefined;
  const secretKey = await prompts.secret({
    title,
    prompt: l10n.t('Secret key (SK) of this access key. It signs requests to {0} and is never sent.', endpoint),
    validate: (text) => (text.trim() === '' ? l10n.t('Enter the secret key.') : headerProblem(text)),
  });
  if (secretKey === undefined) return undefined;
  const securityToken = await prompts.secret({
    title,
    prompt: l10n.t('Security token of a temporary access key. Leave it empty for a permanent one.'),
    validate: headerProblem,
  });
  if (securityToken === undefined) return undefined;
  return {
    kind: 'accessKey',
    accessKey: accessKey.trim(),
    secretKey: secretKey.trim(),
    ...(securityToken.trim() !== '' && { securityToken: securityToken.trim() }),
  };
}

/** An access key stands between commas in a header. */
function keyProblem(text: string): string | undefined {
  return text.includes(',') ? l10n.t('There is no comma in an access key. Copy it once more.') : headerProblem(text);
}
