import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import { askForSignIn, type SignInRequest } from './askForSignIn.ts';
import { keepSession } from './keepSession.ts';
import { openSession } from './openSession.ts';
import { reportSignIn } from './reportSignIn.ts';
import type { Session } from './session.ts';
import { noEntries, type SignInEntries } from './signInForm.ts';
import type { SignInServices } from './signInServices.ts';

/** What is asked with the ways to sign in. */
export interface SignInQuestion {
  /** Why it is asked, instead of the usual line. */
  readonly reason?: string;
  /** A session that the user may go on with instead. */
  readonly usable?: Session;
}

/** The value of the row that goes on with the session that there is. */
const goOn = 'goOn';

/**
 * Lets the user sign in to a connection in one of the ways, checks the credentials by one read, and stores the session. The
 * way of the session before comes first. What isn't accepted is asked again.
 * @returns `undefined` when the user leaves
 */
export async function signIn(
  services: SignInServices,
  connection: Connection,
  { reason, usable }: SignInQuestion = {},
): Promise<Session | undefined> {
  const before = await services.sessions.get(connection);
  let request: SignInRequest = {
    title: l10n.t('Sign in to {0}', connection.name),
    placeholder: reason ?? l10n.t('Select how to sign in to project {0}', connection.projectId),
    addresses: connection,
    tokenAddresses: [connection.endpoint],
    usual: before?.kind,
    entries: entriesOf(before),
    from: 'first',
    others: usable ? [{ label: l10n.t('Continue with the current session'), value: goOn }] : [],
  };
  for (;;) {
    const reply = await askForSignIn(services, request);
    if (reply.kind === 'other') return usable;
    if (reply.kind !== 'entered') return undefined;
    const { entries } = reply;
    const opened = await openSession(services, connection, entries);
    if (opened.kind === 'opened') {
      const { session, check } = opened;
      await keepSession(services, connection, session);
      const project = { id: connection.projectId };
      reportSignIn(services, connection, { session, check, project, password: entries.password });
      return session;
    }
    request = { ...request, entries, from: opened.isRefused ? 'mistake' : 'last', problem: opened.problem };
  }
}

/** What of a session is entered again: never a secret. */
function entriesOf(session: Session | undefined): SignInEntries {
  switch (session?.kind) {
    case 'user':
      return { ...noEntries, account: session.domain, user: session.user };
    case 'accessKey':
      return { ...noEntries, accessKey: session.accessKey };
    default:
      return noEntries;
  }
}
