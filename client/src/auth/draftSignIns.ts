import type { Connection } from '../connections/connection.ts';
import type { DraftSignIns } from '../connections/askForConnection.ts';
import type { SignInServices } from './signInServices.ts';
import type { Session } from './session.ts';
import type { SessionStore } from './sessions.ts';
import { keepSession, signIn } from './signIn.ts';

/**
 * The sign-ins of a user who is asked for a connection. One that is made meanwhile is held in memory, apart from the stored
 * ones, which stay as they are unless the connection is written.
 * @param instances lists those of a connection's project with a session of `sessions`
 */
export function draftSignIns(
  services: SignInServices,
  instances: (connection: Connection, sessions: SessionStore) => ReturnType<DraftSignIns['instances']>,
): DraftSignIns {
  const sessions = new DraftSessions(services.sessions);
  return {
    instances: async (connection) => instances(connection, sessions),
    signIn: async (connection) => signIn({ ...services, sessions }, connection),
    async keep(connection) {
      const session = sessions.madeFor(connection);
      if (session === undefined) return false;
      await keepSession(services, connection, session);
      return true;
    },
  };
}

/** The stored sessions, before which those stand that were made since. */
class DraftSessions implements SessionStore {
  readonly #stored: SessionStore;
  readonly #made = new Map<string, Session>();

  constructor(stored: SessionStore) {
    this.#stored = stored;
  }

  madeFor(connection: Connection): Session | undefined {
    return this.#made.get(keyOf(connection));
  }

  async get(connection: Connection): Promise<Session | undefined> {
    return this.madeFor(connection) ?? this.#stored.get(connection);
  }

  async set(connection: Connection, session: Session): Promise<'draft'> {
    this.#made.set(keyOf(connection), session);
    return Promise.resolve('draft');
  }
}

/** What a session is made for. The name is none of it: it can still be changed. */
function keyOf({ endpoint, iamEndpoint, projectId }: Connection): string {
  return JSON.stringify([endpoint, iamEndpoint, projectId]);
}
