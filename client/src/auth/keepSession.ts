import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { Session } from './session.ts';
import type { SignInServices } from './signInServices.ts';

/** Stores a session, and notifies the user if the secret storage fails. */
export async function keepSession(
  { sessions, prompts }: Pick<SignInServices, 'sessions' | 'prompts'>,
  connection: Connection,
  session: Session,
): Promise<void> {
  if ((await sessions.set(connection, session)) !== 'memory') return;
  void prompts.warn(
    l10n.t('The secret storage failed. You stay signed in to "{0}" until this window closes.', connection.name),
  );
}
