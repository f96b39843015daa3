import type { Arguments } from '../arguments/readArguments.ts';
import { applyPlan } from '../deploying/applyPlan.ts';
import { withPlannedJobs } from '../deploying/planJobs.ts';
import type { ExitCode, Host } from '../host.ts';

/** Creates and updates the jobs of files in the instance, after a confirmation. Deletes nothing. */
export async function apply(unmasked: Host, given: Arguments): Promise<ExitCode> {
  return withPlannedJobs(unmasked, given, async (planned) => applyPlan(planned, given));
}
