import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import { renew } from './renew.ts';
import { signIn } from './signIn.ts';
import type { SignInServices } from './signInServices.ts';
import { timeLeft } from './timeLeft.ts';

/** Renews the session of a connection: with the password where it is kept, else by signing in again. */
export async function renewSession(services: SignInServices, connection: Connection): Promise<void> {
  const { prompts, sessions, now } = services;
  const session = await sessions.get(connection);
  const renewed = session && (await renew(services, connection, session));
  if (typeof renewed === 'object') {
    prompts.status(l10n.t('Renewed the token for connection "{0}": {1}.', connection.name, timeLeft(renewed, now())));
    return;
  }
  if (renewed !== undefined) void prompts.error(renewed);
  await signIn(services, connection);
}
