import * as l10n from '@vscode/l10n';
import { withStartedJob } from '../../../client/src/jobs/change/startJob.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import type { ExitCode, Host } from '../host.ts';
import { withJob } from '../running/findJob.ts';
import { waitForEnd } from '../running/waitForEnd.ts';

/** Starts a job, once, and waits for the end of its run if that is asked for. */
export async function run(unmasked: Host, given: Arguments): Promise<ExitCode> {
  return withJob(unmasked, given, async (found) => {
    const { host, services, job } = found;
    if (given.has('dry-run')) {
      await host.output.write(`${l10n.t('Would start "{0}" (ID {1}).', job.name, job.id)}\n`);
      return 0;
    }
    const code = await withStartedJob(services, job, given.has('yes'), async () =>
      given.has('wait') ? waitForEnd(found) : 0,
    );
    return code ?? 1;
  });
}
