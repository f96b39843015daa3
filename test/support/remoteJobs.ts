import type { Connection } from '../../client/src/connections/connection.ts';
import type { JobArgument } from '../../client/src/commands/jobOf.ts';
import { isObject, type JsonObject } from '../../language/src/documents/value.ts';
import type { LocalService } from '../service/service.ts';
import type { SubmitWindow } from './submitWindow.ts';

/** Puts a job into the service, with its secrets, and without submitting it. Returns it as a view passes it to a command. */
export function createJob(service: LocalService, job: JsonObject, connection = 'dev'): JobArgument {
  const { name, type, description, parameter } = job;
  const { id } = service.jobs.create({ name: String(name), type: String(type), description, parameter });
  return { connection, id, name: String(name), type: String(type) };
}

/** Reads a job from JSON. */
export function jobFrom(text: string): JsonObject {
  const job: unknown = JSON.parse(text);
  if (!isObject(job)) throw new Error('The text isn’t a job.');
  return job;
}

/** The first connection of a window. */
export function connectionOf({ services }: Pick<SubmitWindow, 'services'>): Connection {
  const [connection] = services.usableConnections();
  if (connection === undefined) throw new Error('There is no connection.');
  return connection;
}
