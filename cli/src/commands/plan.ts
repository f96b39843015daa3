import type { Arguments } from '../arguments/readArguments.ts';
import { otherJobs } from '../deploying/otherJobs.ts';
import { planJson } from '../deploying/planJson.ts';
import { withPlannedJobs } from '../deploying/planJobs.ts';
import { planText } from '../deploying/planText.ts';
import type { ExitCode, Host } from '../host.ts';

/** Shows what `lfjob apply` would do, and sends nothing. */
export async function plan(unmasked: Host, given: Arguments): Promise<ExitCode> {
  return withPlannedJobs(unmasked, given, async (planned) => {
    const others = await otherJobs(planned);
    const text = given.valueOf('format') === 'json' ? planJson(planned, others) : planText(planned, others);
    await planned.host.output.write(text);
    if (others.isFailed) return 2;
    const isUnchanged = planned.entries.every((entry) => entry.kind === 'planned' && entry.plan.kind === 'unchanged');
    return isUnchanged ? 0 : 1;
  });
}
