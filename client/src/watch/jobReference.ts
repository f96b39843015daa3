import { instanceKey } from '../api/instanceAddress.ts';
import type { Connection } from '../connections/connection.ts';

/** A job of an instance, as far as it has to be known to work with it. */
export interface JobReference {
  readonly connection: Connection;
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Returns a text that identifies a job, in whichever connection. */
export function jobKey({ connection, id }: Pick<JobReference, 'connection' | 'id'>): string {
  return JSON.stringify([instanceKey(connection), id]);
}
