import * as l10n from '@vscode/l10n';
import { joinSentences } from '../../../language/src/joining.ts';
import type { Failure } from '../api/errors.ts';
import { signIn } from '../auth/signIn.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import type { Connection } from '../connections/connection.ts';
import { failureSentence } from '../failures/failureSentence.ts';

/** Reports, once, that the states of the jobs in a connection aren't updated because its credential was refused. */
export async function reportPausedWatch(
  services: SignInServices,
  connection: Connection,
  failure: Failure,
): Promise<void> {
  // The status item shows it, too, and there is no credential until the user has signed in.
  services.sessions.setRefused(connection, true);
  const session = await services.sessions.get(connection);
  const credential = session?.kind === 'accessKey' ? 'accessKey' : 'token';
  const paused = l10n.t('The status of jobs isn’t updated until you sign in.');
  const again = l10n.t('Sign In');
  const message = joinSentences(failureSentence(failure, connection, { action: 'show', credential }), paused);
  if ((await services.prompts.warn(message, again)) === again) await signIn(services, connection);
}
