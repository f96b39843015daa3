import * as l10n from '@vscode/l10n';
import { redaction } from '../../../client/src/redaction/redaction.ts';
import { batchQuestion } from '../../../client/src/submit/batch/batchReview.ts';
import { isChange } from '../../../client/src/submit/batch/entry.ts';
import { rowsOf, summaryOf, tableOf, type Row } from '../../../client/src/submit/batch/reportBatch.ts';
import { sendBatch } from '../../../client/src/submit/batch/sendBatch.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import { Failure } from '../failure.ts';
import type { ExitCode } from '../host.ts';
import { visibleLines } from '../output/visible.ts';
import { confirm } from '../services/terminalPrompts.ts';
import type { PlannedJobs } from './planJobs.ts';
import { planText, secretsOf } from './planText.ts';

/**
 * Shows a plan, and submits the jobs that it changes, each once, after a confirmation. Where one isn't ready, none is submitted.
 * @throws Failure if nobody can confirm it
 */
export async function applyPlan(planned: PlannedJobs, given: Arguments): Promise<ExitCode> {
  const { host, entries, services } = planned;
  const { output } = host;
  await output.write(planText(planned));
  const changes = entries.filter(isChange);
  const notReady = entries.filter(({ kind }) => kind === 'notReady').length;
  if (notReady > 0) {
    await output.write(`${l10n.t('Nothing was submitted, because not all jobs are ready.')}\n`);
    return 1;
  }
  if (changes.length === 0) {
    await output.write(`${l10n.t('Nothing to submit: the instance matches the files.')}\n`);
    return 0;
  }
  if (given.has('dry-run')) {
    await output.write(`${l10n.t('Nothing was submitted, because of "{0}".', '--dry-run')}\n`);
    return 0;
  }
  if (!given.has('yes') && !(await confirm(host, batchQuestion(entries).message))) {
    throw new Failure(l10n.t('Nothing was submitted.'));
  }
  const rows = rowsOf(services, entries, await sendBatch(services, changes));
  const redact = redaction(secretsOf(planned));
  await output.write(visibleLines(redact(`${tableOf(rows)}\n${summaryOf(rows)}\n`)));
  return rows.every(isDone) ? 0 : 1;
}

function isDone({ kind }: Row): boolean {
  return kind === 'created' || kind === 'updated' || kind === 'unchanged';
}
