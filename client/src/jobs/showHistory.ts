import * as l10n from '@vscode/l10n';
import { isListEnd, nextRange } from '../api/paging.ts';
import type { Run } from '../api/run.ts';
import type { SignInServices } from '../auth/signInServices.ts';
import { withCredential } from '../auth/withCredential.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import type { Choice } from '../prompts/choice.ts';
import { readWithProgress } from '../prompts/readWithProgress.ts';
import type { Services } from '../services.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { jobSecrets, type JobSecretsServices } from './jobSecrets.ts';
import { isUnderWay } from '../watch/status.ts';
import { runLabel } from './runLabels.ts';

/** The services that reading runs uses. */
export type ReadRunsServices = SignInServices & JobSecretsServices & Pick<Services, 'jobRunsApi' | 'prompts'>;

/** The services that the history uses. */
export type ShowHistoryServices = ReadRunsServices & Pick<Services, 'now' | 'showLog'>;

/** The runs of a job, as far as they were read. */
export interface History {
  readonly runs: readonly Run[];
  /** Where the next page begins; `undefined` where there is none. */
  readonly next: number | undefined;
  readonly total: number | undefined;
}

/** Lists the runs of a job, the newest first, a page at a time. The log opens from there. */
export async function showHistory(services: ShowHistoryServices, job: JobReference): Promise<void> {
  const { prompts, showLog } = services;
  let history = await readRuns(services, job);
  while (history !== undefined) {
    const { runs, next } = history;
    if (runs.length === 0) {
      await prompts.info(l10n.t('"{0}" hasn’t run yet.', job.name));
      return;
    }
    const chosen = await prompts.pick(choicesOf(history, services.now()), {
      title: l10n.t('Runs of "{0}"', job.name),
      placeholder: placeholderOf(history),
    });
    if (chosen === undefined) return;
    if (chosen === 'log') {
      await showLog(job);
      return;
    }
    history = next === undefined ? undefined : await readRuns(services, job, history);
  }
}

/**
 * Reads the first page of the runs of a job, or the next one.
 * @param before what was read already
 * @returns all that was read, the newest first; `undefined` when it can't be read, or the user cancels, after telling the user
 */
export async function readRuns(
  services: ReadRunsServices,
  job: JobReference,
  { runs, next: offset = 0 }: History = { runs: [], next: 0, total: undefined },
): Promise<History | undefined> {
  const { connection, id, name } = job;
  const secrets = await jobSecrets(services, job);
  const result = await withCredential(services, connection, async (credential) =>
    readWithProgress(services.prompts, l10n.t('Reading the runs of "{0}"…', name), async (retry) =>
      services.jobRunsApi(connection, credential, secrets).history(id, nextRange(offset), retry),
    ),
  );
  if (result.kind === 'failed' && result.failure.kind !== 'canceled') {
    await services.prompts.error(failureSentence(result.failure, connection, { action: 'show' }));
  }
  if (result.kind !== 'completed') return undefined;
  const { items, size, total } = result.value;
  const read = offset + size;
  const newestFirst = [...runs, ...items].sort((left, right) => momentOf(right) - momentOf(left));
  return { runs: newestFirst, next: isListEnd(read, result.value) ? undefined : read, total };
}

/** When a run began, as far as the service reports. One that waits has no time yet, and is the newest. */
function momentOf({ status, startedAt, endedAt }: Run): number {
  return startedAt ?? endedAt ?? (isUnderWay(status) ? Number.MAX_VALUE : 0);
}

function choicesOf({ runs, next }: History, now: number): Choice<'log' | 'more'>[] {
  const choices = runs.map((run): Choice<'log' | 'more'> => {
    const { label, description, summary, icon } = runLabel(run, now);
    return {
      label: `$(${icon.id}) ${label}`,
      description,
      ...(summary !== undefined && { detail: summary }),
      value: 'log',
    };
  });
  return next === undefined ? choices : [...choices, { label: `$(ellipsis) ${l10n.t('Load More…')}`, value: 'more' }];
}

function placeholderOf({ runs, next, total }: History): string {
  const isCut = next === undefined && total !== undefined && total > runs.length;
  return isCut
    ? l10n.t('The service lists the first {0} of {1} runs. Select one to show the log of the job', runs.length, total)
    : l10n.t('Select a run to show the log of the job');
}
