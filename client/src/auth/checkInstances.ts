import * as l10n from '@vscode/l10n';
import { failureOf, isTokenFailure } from '../api/errors.ts';
import type { Instance } from '../api/instances.ts';
import type { Connection } from '../connections/connection.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { readWithProgress } from '../prompts/readWithProgress.ts';
import { credentialOf, type Session } from './session.ts';
import type { SignInServices } from './signInServices.ts';

/** What one read shows about the credentials of a session. */
export type InstancesCheck =
  | { readonly kind: 'accepted'; readonly instances: readonly Instance[] }
  /** The service refused them. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** The read failed for another reason: `problem`, unless the user canceled it. */
  | { readonly kind: 'unknown'; readonly problem?: string };

/** Checks the credentials of a session by one read: of the running instances of the connection's project. */
export async function checkInstances(
  { prompts, listInstances }: Pick<SignInServices, 'prompts' | 'listInstances'>,
  connection: Connection,
  session: Session,
): Promise<InstancesCheck> {
  const credential = credentialOf(session, connection);
  try {
    const title = l10n.t('Reading the instances of project {0}…', connection.projectId);
    const instances = await readWithProgress(prompts, title, async (progress) =>
      listInstances(connection, credential, progress),
    );
    return { kind: 'accepted', instances };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'canceled') return { kind: 'unknown' };
    const problem = failureSentence(failure, connection, { credential: credential.kind, action: 'listInstances' });
    return { kind: isTokenFailure(failure) ? 'refused' : 'unknown', problem };
  }
}
