import { showHistory, type ShowHistoryServices } from '../jobs/showHistory.ts';
import type { Services } from '../services.ts';
import { jobOf, type JobOfServices } from './jobOf.ts';
import { requireTrust } from './requireTrust.ts';

/** Show History: lists the runs of a document's job, or of one of the jobs view. */
export function showJobHistory(
  services: JobOfServices & ShowHistoryServices & Pick<Services, 'isTrusted'>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    if (!(await requireTrust(services, 'other'))) return;
    const job = await jobOf(services, target);
    if (job) await showHistory(services, job);
  };
}
