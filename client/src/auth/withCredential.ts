import * as l10n from '@vscode/l10n';
import { secretsOf, type Credential } from '../api/credential.ts';
import { failureOf, isTokenFailure, type Failure } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import { errorCodeOf } from '../failures/errorCodes.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import type { SignInServices } from './signInServices.ts';
import { renew } from './renew.ts';
import { credentialOf } from './session.ts';
import { signIn, type SignInQuestion } from './signIn.ts';
import { endsSoon, hasEnded, timeLeft } from './timeLeft.ts';
import { joinSentences } from '../../../language/src/joining.ts';

/** How a call to the service ended. */
export type CallResult<T> =
  /** `credential` is the one that the service accepted. */
  | { readonly kind: 'completed'; readonly value: T; readonly credential: Credential }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The user didn't sign in. */
  | { readonly kind: 'signedOut' };

export interface CallOptions {
  /** The credential to start with; without one, the stored session's, or one that the user signs in with. */
  readonly credential?: Credential;
  /** Returns what didn't happen because the service refused the credential, as a sentence for the message. */
  readonly consequence?: () => string;
}

/**
 * Calls the service with the credential of a connection. When the service refuses the credential, replaces it and calls
 * again: silently the first time where that is possible, else by asking the user to sign in. A request with a refused
 * credential has done nothing, so this is safe for requests that change something, too.
 * @param call makes the requests; throws ApiError
 */
export async function withCredential<T>(
  services: SignInServices,
  connection: Connection,
  call: (credential: Credential) => Promise<T>,
  { credential: first, consequence }: CallOptions = {},
): Promise<CallResult<T>> {
  let credential = first ?? (await credentialFor(services, connection));
  for (let refusals = 0; credential !== undefined; refusals++) {
    try {
      const value = await call(credential);
      services.sessions.setRefused(connection, false);
      return { kind: 'completed', value, credential };
    } catch (error) {
      const failure = failureOf(error);
      if (!isTokenFailure(failure)) return { kind: 'failed', failure };
      const renewed = refusals === 0 ? await renewSilently(services, connection, credential) : undefined;
      if (typeof renewed === 'object') {
        credential = renewed;
        continue;
      }
      services.sessions.setRefused(connection, true);
      const request = { credential: credential.kind };
      const message = joinSentences(failureSentence(failure, connection, request, consequence?.()), renewed ?? '');
      credential = await askToSignInAgain(services, connection, failure, message);
    }
  }
  return { kind: 'signedOut' };
}

/**
 * The credential of the stored session. Without a session the user signs in; a token that ends soon is renewed with the
 * stored password, or the user is asked.
 * @returns `undefined` when the user doesn't sign in
 */
async function credentialFor(services: SignInServices, connection: Connection): Promise<Credential | undefined> {
  const session = await services.sessions.get(connection);
  if (session === undefined) return askToSignIn(services, connection, {});
  if (!endsSoon(session, services.now())) return credentialOf(session, connection);
  const renewed = await renew(services, connection, session);
  if (typeof renewed === 'object') return credentialOf(renewed, connection);
  if (renewed !== undefined) void services.prompts.error(renewed);
  const reason = l10n.t('The token for connection "{0}": {1}.', connection.name, timeLeft(session, services.now()));
  return askToSignIn(services, connection, { reason, ...(!hasEnded(session, services.now()) && { usable: session }) });
}

/**
 * Replaces a refused credential without asking: by the stored one where that is newer, for example from another window,
 * or by a token that the stored password gets.
 * @returns why that failed, as a sentence; `undefined` where there is nothing to try
 */
async function renewSilently(
  services: SignInServices,
  connection: Connection,
  refused: Credential,
): Promise<Credential | string | undefined> {
  const session = await services.sessions.get(connection);
  if (session === undefined) return undefined;
  const stored = credentialOf(session, connection);
  if (secretsOf(stored).join() !== secretsOf(refused).join()) return stored;
  const renewed = await renew(services, connection, session);
  return typeof renewed === 'object' ? credentialOf(renewed, connection) : renewed;
}

async function askToSignInAgain(
  services: SignInServices,
  connection: Connection,
  failure: Failure,
  message: string,
): Promise<Credential | undefined> {
  const { prompts } = services;
  const page = failure.kind === 'rejected' ? errorCodeOf(failure.body)?.page : undefined;
  const [again, codes] = [l10n.t('Sign In'), l10n.t('Error Codes')];
  for (;;) {
    const chosen = await prompts.error(message, again, ...(page === undefined ? [] : [codes]));
    if (chosen === again) return askToSignIn(services, connection, {});
    if (chosen !== codes || page === undefined) return undefined;
    await prompts.openPage(page);
  }
}

async function askToSignIn(
  services: SignInServices,
  connection: Connection,
  question: SignInQuestion,
): Promise<Credential | undefined> {
  const session = await signIn(services, connection, question);
  return session && credentialOf(session, connection);
}
