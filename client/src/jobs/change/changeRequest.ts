import type { ShownJob } from '../../api/jobRuns.ts';
import type { SignInServices } from '../../auth/signInServices.ts';
import type { Services } from '../../services.ts';
import type { JobReference } from '../../watch/jobReference.ts';
import type { JobChange } from './changeJob.ts';

/** The services that changing a job uses. */
export type ChangeServices = SignInServices &
  Pick<Services, 'confirmSetting' | 'jobRunsApi' | 'jobWatch' | 'now' | 'prompts' | 'showLog'>;

/** The sentences about a request that changes a job, given the name in the form that is shown. */
export interface ChangeSentences {
  readonly accepted: (name: string) => string;
  readonly refused: (name: string) => string;
  readonly found: (name: string) => string;
  readonly notFound: (name: string) => string;
  readonly unknown: (name: string) => string;
}

/** A request that a user makes about one job. */
export interface ChangeRequest extends JobChange {
  readonly action: 'start' | 'stop' | 'delete';
  readonly sentences: ChangeSentences;
  /**
   * Decides whether the request is sent, in view of the job; shows why not, or asks.
   * @param shown the job right before
   */
  readonly decide: (services: ChangeServices, reference: JobReference, shown: ShownJob) => Promise<boolean>;
}
