import { ApiError } from '../api/errors.ts';
import type { HttpOptions } from '../api/http.ts';
import { runningInstances, type Instance } from '../api/instances.ts';
import type { Connection } from '../connections/connection.ts';
import { credentialOf } from './session.ts';
import type { Sessions } from './sessions.ts';

/** The running instances of a connection's project; `undefined` where the user is not signed in there, or the request failed. */
export async function instancesOf(
  connection: Connection,
  sessions: Sessions,
  options: HttpOptions,
  signal: AbortSignal,
): Promise<readonly Instance[] | undefined> {
  const session = await sessions.get(connection);
  if (session === undefined) return undefined;
  const { endpoint, projectId } = connection;
  try {
    return await runningInstances(
      { endpoint, projectId, credential: credentialOf(session, connection) },
      options,
      signal,
    );
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}
