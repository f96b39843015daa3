import * as l10n from '@vscode/l10n';
import { stopJob } from '../../../client/src/jobs/change/stopJob.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import type { ExitCode, Host } from '../host.ts';
import { withJob } from '../running/findJob.ts';

/** Stops a job, once. */
export async function stop(unmasked: Host, given: Arguments): Promise<ExitCode> {
  return withJob(unmasked, given, async ({ host, services, job }) => {
    if (given.has('dry-run')) {
      await host.output.write(`${l10n.t('Would stop "{0}" (ID {1}).', job.name, job.id)}\n`);
      return 0;
    }
    return (await stopJob(services, job)) ? 0 : 1;
  });
}
