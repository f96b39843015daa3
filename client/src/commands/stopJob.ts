import type { ChangeServices } from '../jobs/change/changeRequest.ts';
import { stopJob } from '../jobs/change/stopJob.ts';
import type { Services } from '../services.ts';
import { jobOf, type JobOfServices } from './jobOf.ts';
import { requireTrust } from './requireTrust.ts';

/** Stop Job: stops the job of a document, or one of the jobs view. */
export function stopJobCommand(
  services: ChangeServices & JobOfServices & Pick<Services, 'isTrusted'>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    if (!(await requireTrust(services, 'other'))) return;
    const job = await jobOf(services, target);
    if (job) await stopJob(services, job);
  };
}
