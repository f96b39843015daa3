import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import { iamFailureSentence } from './iamFailureSentence.ts';
import { requestSession } from './requestSession.ts';
import type { Session, UserSession } from './session.ts';
import type { SignInServices } from './signInServices.ts';

/** Asks for an IAM user and its password, and IAM for a token, until there is one. `undefined` when the user leaves. */
export async function askForIamUser(
  services: SignInServices,
  connection: Connection,
  before: Session | undefined,
): Promise<UserSession | undefined> {
  const known = before?.kind === 'user' ? before : undefined;
  const title = l10n.t('IAM user for {0}', connection.name);
  const domain = await askForName(
    services,
    title,
    l10n.t('Account name, from the console: My Credentials'),
    known?.domain,
  );
  if (domain === undefined) return undefined;
  const name = await askForName(
    services,
    title,
    l10n.t('Name of the IAM user. A HUAWEI ID gets no token.'),
    known?.user,
  );
  if (name === undefined) return undefined;
  for (;;) {
    const password = await services.prompts.secret({
      title,
      prompt: l10n.t('Password of {0}. It goes to {1} only.', name, connection.iamEndpoint),
      validate: (text) => (text === '' ? l10n.t('Enter the password.') : undefined),
    });
    if (password === undefined) return undefined;
    const result = await requestSession(services, connection, { domain, name, password });
    if ('session' in result) return withPasswordKept(services, result.session, password);
    const tryAgain = l10n.t('Try Again');
    if ((await services.prompts.error(iamFailureSentence(result.failure, connection), tryAgain)) !== tryAgain)
      return undefined;
  }
}

async function askForName(
  { prompts }: SignInServices,
  title: string,
  prompt: string,
  known: string | undefined,
): Promise<string | undefined> {
  const validate = (text: string): string | undefined => (text.trim() === '' ? l10n.t('Enter the name.') : undefined);
  return (await prompts.input({ title, prompt, value: known ?? '', validate }))?.trim();
}

/** Leaving the question keeps nothing. */
async function withPasswordKept(
  { prompts }: SignInServices,
  session: UserSession,
  password: string,
): Promise<UserSession> {
  const keep = await prompts.pick(
    [
      { label: l10n.t('Ask for the password each time'), value: false },
      {
        label: l10n.t('Keep the password'),
        detail: l10n.t('In the secret storage of this computer. Tokens are then renewed without asking.'),
        value: true,
      },
    ],
    { title: l10n.t('Signed in as {0}', session.user), placeholder: l10n.t('The token ends after 24 hours.') },
  );
  return keep === true ? { ...session, password } : session;
}
