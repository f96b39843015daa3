import type { Connection } from '../connections/connection.ts';
import { checkInstances, type InstancesCheck } from './checkInstances.ts';
import { iamFailureSentence } from './iamFailureSentence.ts';
import { requestSession } from './requestSession.ts';
import { assumedExpiry, type Session } from './session.ts';
import type { SignInEntries } from './signInForm.ts';
import type { SignInServices } from './signInServices.ts';

/** A session that was made, with what the check by one read has shown; or why there is none. */
export type OpenedSession =
  | { readonly kind: 'opened'; readonly session: Session; readonly check: Exclude<InstancesCheck, { kind: 'refused' }> }
  | {
      readonly kind: 'failed';
      readonly problem: string;
      /** Whether the credentials were refused, so that they have to be corrected. */
      readonly isRefused: boolean;
    };

/**
 * Signs in to a connection with what a user entered, and checks the credentials by one read. Nothing is stored.
 * @param tokenEnd when a pasted token ends, in milliseconds since 1970, if IAM returned it
 */
export async function openSession(
  services: Omit<SignInServices, 'sessions'>,
  connection: Connection,
  entries: SignInEntries,
  tokenEnd?: number,
): Promise<OpenedSession> {
  const made = await makeSession(services, connection, entries, tokenEnd);
  if ('problem' in made) return { kind: 'failed', ...made };
  const check = await checkInstances(services, connection, made.session);
  return check.kind === 'refused'
    ? { kind: 'failed', problem: check.problem, isRefused: true }
    : { kind: 'opened', session: made.session, check };
}

async function makeSession(
  services: Omit<SignInServices, 'sessions'>,
  connection: Connection,
  { way, account, user, password, accessKey, secretKey, securityToken, token }: SignInEntries,
  tokenEnd: number | undefined,
): Promise<{ readonly session: Session } | { readonly problem: string; readonly isRefused: boolean }> {
  switch (way) {
    case 'accessKey':
      return {
        session: { kind: 'accessKey', accessKey, secretKey, ...(securityToken !== '' && { securityToken }) },
      };
    case 'user': {
      const result = await requestSession(services, connection, { domain: account, name: user, password });
      if ('session' in result) return result;
      const { failure } = result;
      const isRefused = failure.kind === 'rejected' && failure.status === 401;
      return { problem: iamFailureSentence(failure, connection), isRefused };
    }
    case 'token':
    case undefined: {
      const expiry = tokenEnd === undefined ? assumedExpiry(services.now()) : { at: tokenEnd, isStated: true };
      return { session: { kind: 'token', token, expiry } };
    }
  }
}
