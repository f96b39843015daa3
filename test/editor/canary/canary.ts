import type { AccessKey } from '../../service/accessKeys.ts';
import type { LocalService } from '../../service/service.ts';
import type { Workbench } from '../harness/workbench.ts';
import type { Marks } from './jobs.ts';
import type { Person } from './person.ts';

/** What a walk through the features has: one test's marks, and the window that they are taken through. */
export interface Canary {
  readonly marks: Marks;
  readonly workbench: Workbench;
  readonly person: Person;
  /** Where the jobs go. */
  readonly service: LocalService;
  /** Where none may go. */
  readonly elsewhere: LocalService;
  /** A token to be pasted. */
  readonly token: string;
  /** A temporary access key. */
  readonly key: AccessKey;
}

/** All the secrets that are sent with the job that has references, after the credentials that it is sent with. */
export function sent({ secrets }: Marks, ...credentials: readonly string[]): string {
  return [...credentials, secrets.stored, secrets.askedFor, secrets.variable, secrets.address].join(' ');
}
