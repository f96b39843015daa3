import * as l10n from '@vscode/l10n';
import { logText } from '../../../client/src/jobs/log/logText.ts';
import { MaskedLog } from '../../../client/src/jobs/log/maskedLog.ts';
import { LogReader } from '../../../client/src/jobs/log/readLog.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import type { ExitCode, Host } from '../host.ts';
import { visibleLines } from '../output/visible.ts';
import { withJob } from '../running/findJob.ts';
import { readFromService } from '../running/readFromService.ts';

/** Prints the log of a job, with its secrets masked. */
export async function log(unmasked: Host, given: Arguments): Promise<ExitCode> {
  return withJob(unmasked, given, async (found) => {
    const { host, services, job } = found;
    const reader = new LogReader(services);
    const title = l10n.t('Reading the log of "{0}"…', job.name);
    const read = await readFromService(found, title, async (credential, retry) => reader.read(job, credential, retry));
    if (read === undefined) return 2;
    await host.output.write(visibleLines(logText(await new MaskedLog().shown(read.log, true, read), {})));
    return 0;
  });
}
