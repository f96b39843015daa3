import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import { checkInstances } from './checkInstances.ts';
import { signedInSentence } from './signedInSentence.ts';
import { signIn } from './signIn.ts';
import type { SignInServices } from './signInServices.ts';
import { joinSentences } from '../../../language/src/joining.ts';

/**
 * Tests a saved connection by one read with its credentials, and shows the user the result. Without credentials, the
 * user is asked to sign in, which tests them.
 */
export async function testConnection(services: SignInServices, connection: Connection): Promise<void> {
  const { prompts, sessions } = services;
  const { name, projectId, instanceId } = connection;
  const saved = l10n.t('Saved connection "{0}".', name);
  const session = await sessions.get(connection);
  if (session === undefined) {
    if ((await signIn(services, connection)) === undefined) {
      prompts.status(l10n.t('{0} Sign in to test it.', saved));
    }
    return;
  }
  const check = await checkInstances(services, connection, session);
  if (check.kind !== 'unknown') sessions.setRefused(connection, check.kind === 'refused');
  switch (check.kind) {
    case 'accepted': {
      const { instances } = check;
      const sentence = signedInSentence({ session, project: { id: projectId }, instances: instances.length });
      if (instances.some(({ id }) => id === instanceId)) void prompts.info(joinSentences(saved, sentence));
      else void prompts.warn(l10n.t('{0} {1} Instance {2} isn’t one of them.', saved, sentence, instanceId));
      return;
    }
    case 'refused': {
      const again = l10n.t('Sign In');
      if ((await prompts.error(joinSentences(saved, check.problem), again)) === again)
        await signIn(services, connection);
      return;
    }
    case 'unknown':
      void prompts.warn(l10n.t('{0} Couldn’t test it: {1}', saved, check.problem ?? l10n.t('canceled.')));
  }
}
