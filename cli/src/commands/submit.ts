import * as l10n from '@vscode/l10n';
import type { Arguments } from '../arguments/readArguments.ts';
import { applyPlan } from '../deploying/applyPlan.ts';
import { withPlannedJobs } from '../deploying/planJobs.ts';
import { Failure } from '../failure.ts';
import type { ExitCode, Host } from '../host.ts';

/** Creates the job of a file. */
export async function submit(unmasked: Host, given: Arguments): Promise<ExitCode> {
  return submitOne(unmasked, given, 'create');
}

/** Updates the job of a file. */
export async function update(unmasked: Host, given: Arguments): Promise<ExitCode> {
  return submitOne(unmasked, given, 'update');
}

async function submitOne(unmasked: Host, given: Arguments, action: 'create' | 'update'): Promise<ExitCode> {
  if (given.operands.length === 0) throw new Failure(l10n.t('Enter the file of a job.'));
  return withPlannedJobs(unmasked, given, async (planned) => {
    const [entry, other] = planned.entries;
    if (entry === undefined || other !== undefined) {
      throw new Failure(
        l10n.t('"{0}" has several jobs. Submit them with "{1}".', given.operands[0] ?? '', 'lfjob apply'),
      );
    }
    if (entry.kind === 'planned') {
      const { plan, submission } = entry;
      const { name } = submission.job;
      if (action === 'create' && plan.kind !== 'create') {
        throw new Failure(
          l10n.t('Nothing was submitted: "{0}" exists (ID {1}). Use "{2}".', name, plan.job.id, 'lfjob update'),
        );
      }
      if (action === 'update' && plan.kind === 'create') {
        throw new Failure(l10n.t('Nothing was submitted: there is no job "{0}". Use "{1}".', name, 'lfjob submit'));
      }
    }
    return applyPlan(planned, given);
  });
}
