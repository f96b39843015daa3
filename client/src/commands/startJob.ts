import type { ChangeServices } from '../jobs/change/changeRequest.ts';
import { startJob } from '../jobs/change/startJob.ts';
import type { FollowServices } from '../jobs/followRun.ts';
import type { Services } from '../services.ts';
import { jobOf, type JobOfServices } from './jobOf.ts';
import { requireTrust } from './requireTrust.ts';

/** Start Job: starts the job of a document, or one of the jobs view, and follows its run. */
export function startJobCommand(
  services: ChangeServices & FollowServices & JobOfServices & Pick<Services, 'isTrusted'>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    if (!(await requireTrust(services, 'other'))) return;
    const job = await jobOf(services, target);
    if (job) await startJob(services, job);
  };
}
