import * as l10n from '@vscode/l10n';
import type { Arguments } from '../arguments/readArguments.ts';
import { checkFile, type CheckedFile } from '../checking/checkFile.ts';
import { checkText } from '../checking/checkText.ts';
import { RememberedChecks, type Check } from '../checking/rememberedChecks.ts';
import { emptySummary, exitCodeOf, summaryWith, type Summary } from '../checking/summary.ts';
import { watchFiles } from '../checking/watch.ts';
import { Failure } from '../failure.ts';
import { findJobs, type JobFile } from '../files/findJobs.ts';
import { inOrder } from '../files/inOrder.ts';
import { readText, type ReadText } from '../files/readText.ts';
import type { ExitCode, Host } from '../host.ts';
import { writeFailure } from '../output/failures.ts';
import { RecordedOutput } from '../output/recordedOutput.ts';
import { styleFor } from '../output/style.ts';
import { packageVersion } from '../packageVersion.ts';
import { createReporter } from '../report/createReporter.ts';
import { checkSettings, type CheckSettings } from './checkSettings.ts';
import { inputJob } from './input.ts';

/** So many files are read at the same time: more aren't faster, and each takes memory. */
const mostReads = 16;

/** Checks jobs, and reports what is wrong in them. */
export async function check(host: Host, given: Arguments): Promise<ExitCode> {
  const settings = checkSettings(given);
  const input = await inputJob(host, given);
  if (input !== undefined) return report(host, settings, [input], async () => Promise.resolve({ text: input.text }));
  if (settings.watch) return watchAndCheck(host, settings, given.operands);
  return checkFiles(host, settings, given.operands);
}

async function checkFiles(
  host: Host,
  settings: CheckSettings,
  operands: readonly string[],
  checkOne: Check = checkText,
): Promise<ExitCode> {
  const jobs = await findJobs(operands, host.cwd);
  return report(host, settings, jobs, async ({ path, name }) => readText(path, name), checkOne);
}

/** Checks now, and again after each change, until the user ends it. Shows what is different from the last time. */
async function watchAndCheck(host: Host, settings: CheckSettings, operands: readonly string[]): Promise<ExitCode> {
  const changes = await watchFiles(operands, host.cwd, host.stop);
  const remembered = new RememberedChecks();
  let code: ExitCode;
  let shown: string | undefined;
  do {
    remembered.beginRun();
    // The output may be a file in one of the folders.
    const recorded = new RecordedOutput(host);
    try {
      const checkOne: Check = async (text, options) => remembered.check(text, options);
      code = await checkFiles(recorded.host, settings, operands, checkOne);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // A configuration that is being edited, for example.
      await writeFailure(recorded.host, error.message);
      code = 2;
    }
    if (recorded.text === shown) continue;
    shown = recorded.text;
    await recorded.show();
    await host.output.write(`${l10n.t('Waiting for changes. Press Ctrl+C to stop.')}\n`);
  } while (await changes.next());
  return code;
}

async function report(
  host: Host,
  { format, mostWarnings, severities, fix }: CheckSettings,
  jobs: readonly JobFile[],
  read: (job: JobFile) => Promise<ReadText>,
  checkOne: Check = checkText,
): Promise<ExitCode> {
  const { output } = host;
  const reporter = await createReporter(format, styleFor(host, output), await packageVersion(host));
  const options = { fix, withFixes: format === 'sarif' };
  let summary: Summary = emptySummary;
  await output.write(reporter.begin());
  for await (const { job, text } of inOrder(jobs, mostReads, async (one) => ({ job: one, text: await read(one) }))) {
    const checked: CheckedFile = await checkFile(job, text, options, severities, checkOne);
    if (checked.failure !== undefined) await writeFailure(host, checked.failure);
    summary = summaryWith(summary, checked);
    await output.write(reporter.file(checked));
  }
  await output.write(reporter.end(summary));
  return exitCodeOf(summary, mostWarnings);
}
