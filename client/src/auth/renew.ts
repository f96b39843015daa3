import type { Connection } from '../connections/connection.ts';
import { iamFailureSentence } from './iamFailureSentence.ts';
import { requestSession } from './requestSession.ts';
import type { Session } from './session.ts';
import type { SignInServices } from './signInServices.ts';
import { keepSession } from './keepSession.ts';

/**
 * Renews the token of a user with a stored password, and stores the session, without a question. The password goes
 * nowhere but to the origin that it was given for, and one that IAM doesn't take is forgotten: wrong ones lock the
 * user.
 * @returns the session, or a sentence on why there is none; `undefined` where no password is kept
 */
export async function renew(
  services: SignInServices,
  connection: Connection,
  before: Session,
): Promise<Session | string | undefined> {
  if (before.kind !== 'user' || before.password === undefined) return undefined;
  if (before.iamEndpoint !== connection.iamEndpoint) return undefined;
  const { password, ...withoutPassword } = before;
  const result = await requestSession(services, connection, { domain: before.domain, name: before.user, password });
  if ('session' in result) {
    const session = { ...result.session, password };
    await keepSession(services, connection, session);
    return session;
  }
  const { failure } = result;
  if (failure.kind === 'rejected' && failure.status === 401) await keepSession(services, connection, withoutPassword);
  return iamFailureSentence(failure, connection);
}
