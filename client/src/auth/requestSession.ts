import * as l10n from '@vscode/l10n';
import { failureOf, type Failure } from '../api/errors.ts';
import type { IamUser } from '../api/iam.ts';
import type { Connection } from '../connections/connection.ts';
import { assumedExpiry, type UserSession } from './session.ts';
import type { SignInServices } from './signInServices.ts';

/** Asks the connection's IAM for a token of its project; the session that it makes has no password. */
export async function requestSession(
  { prompts, createToken, now }: Pick<SignInServices, 'prompts' | 'createToken' | 'now'>,
  connection: Connection,
  user: IamUser,
): Promise<{ readonly session: UserSession } | { readonly failure: Failure }> {
  return prompts.progress(l10n.t('Signing in to {0} as {1}…', connection.name, user.name), async (signal) => {
    try {
      const { projectId, iamEndpoint } = connection;
      const { token, expiresAt } = await createToken(connection, user, { projectId }, signal);
      const expiry = expiresAt === undefined ? assumedExpiry(now()) : { at: expiresAt, isStated: true };
      return { session: { kind: 'user', domain: user.domain, user: user.name, token, expiry, iamEndpoint } };
    } catch (error) {
      return { failure: failureOf(error) };
    }
  });
}
