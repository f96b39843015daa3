import * as l10n from '@vscode/l10n';
import { runLabel } from '../../../client/src/jobs/runLabels.ts';
import { readRuns } from '../../../client/src/jobs/showHistory.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import type { ExitCode, Host } from '../host.ts';
import { twoColumns } from '../output/table.ts';
import { visibleLines } from '../output/visible.ts';
import { jsonOf } from '../report/jsonList.ts';
import { withJob } from '../running/findJob.ts';
import { runJson } from '../running/jobJson.ts';

/** Lists the last runs of a job, the newest first. */
export async function history(unmasked: Host, given: Arguments): Promise<ExitCode> {
  return withJob(unmasked, given, async ({ host, services, job }) => {
    const read = await readRuns(services, job);
    if (read === undefined) return 2;
    const { runs } = read;
    const now = services.now();
    const text =
      given.valueOf('format') === 'json'
        ? `${jsonOf(runs.map(runJson))}\n`
        : runs.length === 0
          ? `${l10n.t('"{0}" hasn’t run yet.', job.name)}\n`
          : twoColumns(
              runs.map((run) => {
                const { label, description, summary } = runLabel(run, now);
                return [label, [description, summary].filter((part) => part !== undefined && part !== '').join(' · ')];
              }),
              '',
            );
    await host.output.write(visibleLines(text));
    return 0;
  });
}
