import type { AccessKey } from '../../service/accessKeys.ts';
import type { LocalService } from '../../service/service.ts';
import type { Workbench } from '../harness/workbench.ts';
import { secrets } from './jobs.ts';
import type { Person } from './person.ts';

/** What the tests of the canary share. */
export interface Canary {
  readonly workbench: Workbench;
  readonly person: Person;
  /** Where the jobs go. Its requests are not cleared: at the end all of them are looked at. */
  readonly service: LocalService;
  /** Where none may go. */
  readonly elsewhere: LocalService;
  /** The token that is pasted. */
  readonly token: string;
  /** A temporary access key. */
  readonly key: AccessKey;
}

export const patience = { timeout: 30_000 };

/** All the secrets that are sent with the job that has references, after those that it is sent with. */
export function sent(...credentials: readonly string[]): string {
  return [...credentials, secrets.stored, secrets.askedFor, secrets.variable, secrets.address].join(' ');
}
