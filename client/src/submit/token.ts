import * as l10n from '@vscode/l10n';
import { secretsOf, type Credential } from '../api/credential.ts';
import type { Failure } from '../api/errors.ts';
import type { SignInPorts } from '../auth/ports.ts';
import { renew } from '../auth/renew.ts';
import { credentialOf } from '../auth/session.ts';
import { signIn, type SignInQuestion } from '../auth/signIn.ts';
import { endsSoon, hasEnded, timeLeft } from '../auth/timeLeft.ts';
import type { Connection } from '../connections/connection.ts';
import { errorCode } from '../failures/errorCodes.ts';
import { failureSentence } from '../failures/sentences.ts';

/**
 * What a request to a connection shows the service: the user's session there. Without one the user signs in; a token
 * that has too little time left is renewed by the password that is kept, else the user is asked.
 * @returns `undefined` when the user leaves
 */
export async function credentialFor(ports: SignInPorts, connection: Connection): Promise<Credential | undefined> {
  const session = await ports.sessions.get(connection);
  if (session === undefined) return signedIn(ports, connection, {});
  if (!endsSoon(session, ports.now())) return credentialOf(session, connection);
  const fresh = await renew(ports, connection, session);
  if (typeof fresh === 'object') return credentialOf(fresh, connection);
  if (fresh !== undefined) void ports.prompts.error(fresh);
  const reason = l10n.t('The token for connection "{0}": {1}.', connection.name, timeLeft(session, ports.now()));
  return signedIn(ports, connection, { reason, ...(!hasEnded(session, ports.now()) && { usable: session }) });
}

/** A credential that the service did not take. */
export interface Refused {
  readonly credential: Credential;
  /** Whether it is the first one of this request. */
  readonly isFirst: boolean;
  /** What did not happen because of it, as a sentence. */
  readonly consequence?: string;
}

/**
 * Another credential in the place of one that the service did not take. The first time nobody is asked where the user has
 * signed in again meanwhile, in another window perhaps, or where the password is kept.
 * @returns `undefined` when the user leaves
 */
export async function replaceCredential(
  ports: SignInPorts,
  failure: Failure,
  connection: Connection,
  refused: Refused,
): Promise<Credential | undefined> {
  const session = await ports.sessions.get(connection);
  let why: string | undefined;
  if (session !== undefined && refused.isFirst) {
    const current = credentialOf(session, connection);
    if (secretsOf(current).join() !== secretsOf(refused.credential).join()) return current;
    const fresh = await renew(ports, connection, session);
    if (typeof fresh === 'object') return credentialOf(fresh, connection);
    why = fresh;
  }
  const parts = [failureSentence(failure, connection, { shown: refused.credential.kind }), refused.consequence, why];
  const message = parts.filter((part) => part !== undefined).join(' ');
  const page = failure.kind === 'rejected' ? errorCode(failure.body.code)?.page : undefined;
  const [again, codes] = [l10n.t('Sign In'), l10n.t('Error Codes')];
  for (;;) {
    const chosen = await ports.prompts.error(message, again, ...(page === undefined ? [] : [codes]));
    if (chosen !== codes || page === undefined) {
      return chosen === again ? signedIn(ports, connection, {}) : undefined;
    }
    await ports.prompts.openPage(page);
  }
}

async function signedIn(
  ports: SignInPorts,
  connection: Connection,
  question: SignInQuestion,
): Promise<Credential | undefined> {
  const session = await signIn(ports, connection, question);
  return session && credentialOf(session, connection);
}
