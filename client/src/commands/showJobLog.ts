import type { Services } from '../services.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { jobOf, type JobOfServices } from './jobOf.ts';
import { requireTrust } from './requireTrust.ts';

/** Show Job Log: opens the log of a document's job, or of one of the jobs view. */
export function showJobLog(
  services: JobOfServices & Pick<Services, 'isTrusted'>,
  show: (job: JobReference) => Promise<void>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    if (!(await requireTrust(services, 'other'))) return;
    const job = await jobOf(services, target);
    if (job) await show(job);
  };
}
