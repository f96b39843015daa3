import * as l10n from '@vscode/l10n';
import { concurrently } from '../../api/concurrently.ts';
import { secretsOf } from '../../api/credential.ts';
import { ApiError, failureOf, isTokenFailure } from '../../api/errors.ts';
import type { JobRunsApi } from '../../api/jobRuns.ts';
import { withCredential } from '../../auth/withCredential.ts';
import type { Connection } from '../../connections/connection.ts';
import { failureReport } from '../../failures/failureReport.ts';
import { quoted } from '../../failures/quoted.ts';
import { withinProgress, type ProgressPrompts } from '../../prompts/withinProgress.ts';
import { namesOf } from '../../submit/batch/batchTable.ts';
import { jobKey, type JobReference } from '../../watch/jobReference.ts';
import { instanceKey } from '../../api/instanceAddress.ts';
import { jobOrGone } from '../../watch/readJobs.ts';
import { joinNames, joinSentences } from '../../../../language/src/joining.ts';
import { redaction } from '../../redaction/redaction.ts';
import { changeJob, type ChangeOutcome } from './changeJob.ts';
import { askToDelete, enterToDelete, forgetJob, type DeleteServices } from './deleteJob.ts';
import { severalChange, type SeveralAction, type SeveralChange } from './severalJobs.ts';
import type { Services } from '../../services.ts';

/** The services that changing several jobs uses. */
export type ChangeSeveralServices = DeleteServices & Pick<Services, 'secrets' | 'showTable'>;

/** How the request for one of several jobs ended. */
interface Result {
  readonly job: JobReference;
  readonly kind: 'done' | 'skipped' | 'failed' | 'unclear' | 'notSent';
  /** Sentences. */
  readonly text: string;
}

/** As much of a name is shown, in characters. */
const longestName = 50;

/**
 * Starts, stops, or deletes several jobs, after one question: each is read, and then sent once if its state allows that; at
 * most four at a time. Reports all of them in one message, with a table of what happened to each.
 */
export async function changeSeveral(
  services: ChangeSeveralServices,
  action: SeveralAction,
  jobs: readonly JobReference[],
): Promise<void> {
  const change = severalChange(action);
  if (!(await isConfirmed(services, action, change, jobs))) return;
  const results = new Map<string, Result>();
  const title = change.progress(jobs.length);
  await services.prompts.progress(title, async (signal, report) => {
    for (const { connection, ofConnection } of byConnection(jobs)) {
      if (signal.aborted) break;
      await changeIn(services, change, { connection, jobs: ofConnection, results, signal, report });
    }
  });
  const all = jobs.map((job) => results.get(jobKey(job)) ?? notSent(job));
  if (action === 'delete') for (const { job, kind } of all) if (kind === 'done') await forgetJob(services, job);
  for (const { connection } of byConnection(jobs)) void services.jobWatch.refresh(connection);
  await reportSeveral(services, change, all);
}

async function isConfirmed(
  { prompts, confirmSetting }: ChangeSeveralServices,
  action: SeveralAction,
  change: SeveralChange,
  jobs: readonly JobReference[],
): Promise<boolean> {
  const connections = byConnection(jobs).map(({ connection }) => connection);
  const message = change.question(
    jobs.length,
    connections.map(({ name }) => quoted(name, longestName)),
  );
  const detail = `${namesOf(jobs.map(({ name }) => quoted(name, longestName)))}\n${change.detail}`;
  const production = connections.filter((connection) => connection.production === true);
  if (action !== 'delete') {
    const isWarning = production.length > 0;
    if (!isWarning && confirmSetting() === 'never') return true;
    return prompts.confirm({ message, detail, action: change.button, isWarning });
  }
  if (!(await askToDelete(prompts, { message, detail, keep: l10n.t('Keep Jobs') }))) return false;
  for (const { name } of production) {
    const prompt = l10n.t('Enter the name of the production connection to delete jobs from it: "{0}"', name);
    if (!(await enterToDelete(prompts, { title: l10n.t('Delete Jobs'), prompt, text: name }))) return false;
  }
  return true;
}

function byConnection(
  jobs: readonly JobReference[],
): readonly { readonly connection: Connection; readonly ofConnection: readonly JobReference[] }[] {
  const connections = new Map(jobs.map(({ connection }) => [instanceKey(connection), connection]));
  return Array.from(connections, ([key, connection]) => ({
    connection,
    ofConnection: jobs.filter((job) => instanceKey(job.connection) === key),
  }));
}

interface Several {
  readonly connection: Connection;
  readonly jobs: readonly JobReference[];
  /** By the keys of the jobs: those that have one aren't sent again. */
  readonly results: Map<string, Result>;
  readonly signal: AbortSignal;
  readonly report: (message: string) => void;
}

async function changeIn(services: ChangeSeveralServices, change: SeveralChange, several: Several): Promise<void> {
  const { connection, jobs, results, signal, report } = several;
  const secrets = await services.secrets.values();
  // What is under way is finished where the user cancels.
  const progress = withinProgress(new AbortController().signal, report);
  const called = await withCredential(services, connection, async (credential) => {
    const api = services.jobRunsApi(connection, credential, [...secretsOf(credential), ...secrets]);
    let isStopped = false;
    await concurrently(
      jobs.filter((job) => !results.has(jobKey(job))),
      async (job) => {
        const result = await changeOne(progress, api, change, job);
        results.set(jobKey(job), result);
        // Going on without a clear answer could make it worse.
        if (result.kind === 'unclear') isStopped = true;
      },
      () => !isStopped && !signal.aborted,
    );
  });
  if (called.kind !== 'failed') return;
  const { reason, advice } = failureReport(called.failure, connection);
  for (const job of jobs) {
    if (!results.has(jobKey(job))) {
      results.set(jobKey(job), {
        job,
        kind: 'notSent',
        text: joinSentences(l10n.t('Nothing was sent.'), reason, advice),
      });
    }
  }
}

/** @throws ApiError when the service refuses the credential or can't be reached; then nothing was sent */
async function changeOne(
  progress: ProgressPrompts,
  api: JobRunsApi,
  change: SeveralChange,
  job: JobReference,
): Promise<Result> {
  const before = await readOne(api, job);
  if ('kind' in before) return before;
  const obstacle = change.obstacle(before);
  if (obstacle !== undefined) return { job, kind: 'skipped', text: obstacle };
  const request = change.request(job.name);
  const outcome = await changeJob(progress, api, job, before, request);
  return resultOf(job, outcome, change);
}

async function readOne(
  api: JobRunsApi,
  job: JobReference,
): Promise<Result | Exclude<Awaited<ReturnType<typeof jobOrGone>>, 'gone'>> {
  try {
    const found = await jobOrGone(api, job.id, { signal: new AbortController().signal });
    return found === 'gone' ? { job, kind: 'skipped', text: l10n.t('The job was deleted.') } : found;
  } catch (error) {
    const failure = error instanceof ApiError ? failureOf(error) : undefined;
    if (failure?.kind !== 'rejected' || isTokenFailure(failure)) throw error;
    const { reason, advice } = failureReport(failure, job.connection, { action: 'show' });
    return { job, kind: 'failed', text: joinSentences(l10n.t('Nothing was sent.'), reason, advice) };
  }
}

function resultOf(job: JobReference, outcome: ChangeOutcome, change: SeveralChange): Result {
  const { action, sentences } = change.request(job.name);
  const name = quoted(job.name, longestName);
  if (outcome.kind === 'accepted') return { job, kind: 'done', text: sentences.accepted(name) };
  const { reason, advice } = failureReport(outcome.failure, job.connection, { action });
  const kinds = { refused: 'failed', found: 'done', notFound: 'unclear', unknown: 'unclear' } as const;
  return { job, kind: kinds[outcome.kind], text: joinSentences(reason, sentences[outcome.kind](name), advice) };
}

function notSent(job: JobReference): Result {
  return { job, kind: 'notSent', text: l10n.t('Nothing was sent.') };
}

async function reportSeveral(
  { prompts, showTable, secrets }: ChangeSeveralServices,
  change: SeveralChange,
  results: readonly Result[],
): Promise<void> {
  const count = (kind: Result['kind']): number => results.filter((result) => result.kind === kind).length;
  const counts: readonly (readonly [Result['kind'], string])[] = [
    ['failed', l10n.t('{0} failed', count('failed'))],
    ['unclear', l10n.t('{0} not confirmed', count('unclear'))],
    ['done', change.done(count('done'))],
    ['skipped', l10n.t('{0} skipped', count('skipped'))],
    ['notSent', l10n.t('{0} not sent', count('notSent'))],
  ];
  const some = counts.filter(([kind]) => count(kind) > 0);
  const message = l10n.t('Jobs: {0}.', joinNames(some.map(([, text]) => text)));
  const level = count('failed') > 0 ? 'error' : count('done') === results.length ? 'info' : 'warn';
  const table = l10n.t('Show Table');
  if ((await prompts[level](message, table)) !== table) return;
  const lines = some.flatMap(([kind, text]) => [
    text,
    ...results
      .filter((result) => result.kind === kind)
      .flatMap(({ job, text: sentence }) => [
        `  ${quoted(job.name, longestName)} (${quoted(job.connection.name, longestName)})`,
        `    ${sentence}`,
      ]),
    '',
  ]);
  await showTable(change.table, redaction(await secrets.values())(lines.join('\n')));
}
