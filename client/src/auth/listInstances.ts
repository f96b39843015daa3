import * as l10n from '@vscode/l10n';
import type { Credential } from '../api/credential.ts';
import { failureOf, type Failure } from '../api/errors.ts';
import type { HttpOptions } from '../api/http.ts';
import { runningInstances, type Instance } from '../api/instances.ts';
import type { Connection } from '../connections/connection.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { readWithProgress } from '../prompts/readWithProgress.ts';
import { credentialOf } from './session.ts';
import type { SessionStore } from './sessions.ts';

/**
 * The running instances of a connection's project, under a progress message that can be cancelled.
 * @param onFailure is told why the request failed
 * @returns `undefined` where the user is not signed in there, cancelled, or the request failed
 */
export async function listInstances(
  connection: Connection,
  sessions: Pick<SessionStore, 'get'>,
  prompts: Prompts,
  options: (credential: Credential) => HttpOptions,
  onFailure: (failure: Failure, credential: Credential) => void,
): Promise<readonly Instance[] | undefined> {
  const session = await sessions.get(connection);
  if (session === undefined) return undefined;
  const { endpoint, projectId } = connection;
  const credential = credentialOf(session, connection);
  const project = { endpoint, projectId, credential };
  try {
    const title = l10n.t('Reading the instances of project {0}', projectId);
    return await readWithProgress(prompts, title, async (retry) =>
      runningInstances(project, options(credential), retry),
    );
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'cancelled') onFailure(failure, credential);
    return undefined;
  }
}
