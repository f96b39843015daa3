import * as l10n from '@vscode/l10n';
import { stateLabel } from '../../../client/src/jobs/stateLabel.ts';
import { isUnderWay } from '../../../client/src/watch/status.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import type { ExitCode, Host } from '../host.ts';
import { visible } from '../output/visible.ts';
import { jsonOf } from '../report/jsonList.ts';
import { withJob } from '../running/findJob.ts';
import { jobJson } from '../running/jobJson.ts';
import { readFromService } from '../running/readFromService.ts';
import { exitCodeOf, waitForEnd } from '../running/waitForEnd.ts';

/** Shows the state of a job, or waits until its run has ended. */
export async function status(unmasked: Host, given: Arguments): Promise<ExitCode> {
  return withJob(unmasked, given, async (found) => {
    const { host, services, connection, job } = found;
    const secrets = await services.secrets.values();
    const shown = await readFromService(found, l10n.t('Reading job "{0}"…', job.name), async (credential, retry) =>
      services.jobRunsApi(connection, credential, secrets).job(job.id, retry),
    );
    if (shown === undefined) return 2;
    if (given.has('wait') && isUnderWay(shown.status)) return waitForEnd(found);
    const label = `${job.name}: ${stateLabel(shown, undefined, services.now())}`;
    await host.output.write(`${given.valueOf('format') === 'json' ? jsonOf(jobJson(shown)) : visible(label)}\n`);
    return given.has('wait') ? exitCodeOf(shown.status) : 0;
  });
}
