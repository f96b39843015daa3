import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { Choice } from '../prompts/choice.ts';
import { askForAccessKey } from './askForAccessKey.ts';
import { askForIamUser } from './askForIamUser.ts';
import { askForToken } from './askForToken.ts';
import type { SignInServices } from './signInServices.ts';
import type { Session } from './session.ts';

/** What is asked with the ways to sign in. */
export interface SignInQuestion {
  /** Why it is asked, instead of the usual line. */
  readonly reason?: string;
  /** A session that the user may go on with instead. */
  readonly usable?: Session;
}

type Way = (
  services: SignInServices,
  connection: Connection,
  before: Session | undefined,
) => Promise<Session | undefined>;

const ways: Readonly<Record<Session['kind'], Way>> = {
  token: askForToken,
  user: askForIamUser,
  accessKey: askForAccessKey,
};

/**
 * Lets the user sign in to a connection, in one of the ways, and keeps the session. The way of the session before comes
 * first.
 * @returns `undefined` when the user leaves
 */
export async function signIn(
  services: SignInServices,
  connection: Connection,
  { reason, usable }: SignInQuestion = {},
): Promise<Session | undefined> {
  const before = await services.sessions.get(connection);
  const choices: Choice<Session['kind'] | Session>[] = wayChoices(connection);
  choices.sort((left, right) => Number(right.value === before?.kind) - Number(left.value === before?.kind));
  if (usable) choices.push({ label: l10n.t('Go on as you are signed in'), value: usable });
  const chosen = await services.prompts.pick(choices, {
    title: l10n.t('Sign in to {0}', connection.name),
    placeholder: reason ?? l10n.t('How do you sign in to project {0}?', connection.projectId),
  });
  if (chosen === undefined || typeof chosen !== 'string') return chosen;
  const session = await ways[chosen](services, connection, before);
  if (session !== undefined) await keepSession(services, connection, session);
  return session;
}

/** Keeps a session, and tells the user where the secret storage does not take it. */
export async function keepSession(
  { sessions, prompts }: Pick<SignInServices, 'sessions' | 'prompts'>,
  connection: Connection,
  session: Session,
): Promise<void> {
  if ((await sessions.set(connection, session)) !== 'memory') return;
  void prompts.warn(
    l10n.t(
      'The secret storage of this computer failed, so you stay signed in to "{0}" until this window closes, and nothing is stored.',
      connection.name,
    ),
  );
}

function wayChoices({ endpoint, iamEndpoint }: Connection): Choice<Session['kind']>[] {
  return [
    {
      label: l10n.t('Paste a token'),
      detail: l10n.t('An X-Subject-Token of IAM, which ends 24 hours after it was issued.'),
      value: 'token',
    },
    {
      label: l10n.t('IAM user'),
      detail: l10n.t('Account, user name and password go to {0}.', iamEndpoint),
      value: 'user',
    },
    {
      label: l10n.t('Access keys'),
      detail: l10n.t('Each request to {0} is signed. The secret key itself is never sent.', endpoint),
      value: 'accessKey',
    },
  ];
}
