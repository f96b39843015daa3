import type { Services } from '../services.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { jobOf, type JobOfServices } from './jobOf.ts';
import { requireTrust } from './requireTrust.ts';

/**
 * Returns a command about one job: that of a document, or one that a view passes. It uses credentials, so it requires a
 * trusted workspace.
 */
export function withJob(
  services: JobOfServices & Pick<Services, 'isTrusted'>,
  run: (job: JobReference) => Promise<unknown>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    if (!(await requireTrust(services, 'other'))) return;
    const job = await jobOf(services, target);
    if (job) await run(job);
  };
}
