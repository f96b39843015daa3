import * as l10n from '@vscode/l10n';
import type { ShownJob } from '../../api/jobRuns.ts';
import { jobSchedule, runSentence } from '../../submit/report/runSentence.ts';
import { followRun, type FollowServices } from '../followRun.ts';
import type { JobReference } from '../../watch/jobReference.ts';
import { isUnderWay } from '../../watch/status.ts';
import type { ChangeRequest, ChangeServices } from './changeRequest.ts';
import { requestChange } from './requestChange.ts';

/**
 * Starts a job, once, and follows its run. A job that is under way isn't started; of one that has a schedule, and in a production connection, the
 * user is asked first.
 * @param isReviewed whether the user has just confirmed that it is started
 */
export async function startJob(
  services: ChangeServices & FollowServices,
  job: JobReference,
  isReviewed = false,
): Promise<void> {
  await withStartedJob(services, job, isReviewed, async () => followRun(services, job));
}

/**
 * Starts a job in the same way.
 * @param use called once it was started, to follow its run
 * @returns what that returns; `undefined` where the job wasn't started, after telling the user
 */
export async function withStartedJob<T>(
  services: ChangeServices,
  job: JobReference,
  isReviewed: boolean,
  use: () => Promise<T>,
): Promise<T | undefined> {
  // Watched already, so that the first state after the start isn't missed.
  const subscription = services.jobWatch.watch(job, () => undefined);
  try {
    const before = await requestChange(services, job, startRequest(job.name, isReviewed));
    if (before === undefined) return undefined;
    services.jobWatch.expectRun(job, before);
    return await use();
  } finally {
    subscription.dispose();
  }
}

/** Returns the request to start a job. @param isReviewed whether the user has just confirmed that */
export function startRequest(jobName: string, isReviewed: boolean): ChangeRequest {
  return {
    action: 'start',
    titles: {
      send: l10n.t('Starting "{0}"…', jobName),
      lookUp: l10n.t('Checking whether "{0}" was started…', jobName),
    },
    send: async (api, id, signal) => api.start(id, signal),
    isDone: (job, before) => job !== 'gone' && (isUnderWay(job.status) || isLater(job.startedAt, before.startedAt)),
    decide: async (services, reference, shown) => {
      if (isUnderWay(shown.job.status)) return tellUnderWay(services, reference);
      return isReviewed || confirmStart(services, reference, shown);
    },
    sentences: {
      accepted: (name) => l10n.t('Started "{0}".', name),
      refused: (name) => l10n.t('"{0}" wasn’t started.', name),
      found: (name) => l10n.t('"{0}" was started anyway.', name),
      notFound: (name) =>
        l10n.t(
          'Couldn’t confirm whether "{0}" was started. It isn’t running, but the service may still be processing the request. Check again before you start it again.',
          name,
        ),
      unknown: (name) =>
        l10n.t(
          'Couldn’t confirm whether "{0}" was started: couldn’t read the job. Check again before you start it again.',
          name,
        ),
    },
  };
}

function isLater(moment: number | undefined, before: number | undefined): boolean {
  return moment !== undefined && moment > (before ?? 0);
}

async function tellUnderWay({ prompts, showLog }: ChangeServices, reference: JobReference): Promise<boolean> {
  const log = l10n.t('Show Log');
  const message = l10n.t('"{0}" is already running. Stop it before you start it again.', reference.name);
  if ((await prompts.info(message, log)) === log) await showLog(reference);
  return false;
}

/** Asks before a job is started that has a schedule, and one of a production connection unless the settings say never. */
async function confirmStart(
  { prompts, confirmSetting, now }: ChangeServices,
  { name, connection }: JobReference,
  { definition }: ShownJob,
): Promise<boolean> {
  const isScheduled = jobSchedule(definition) !== undefined;
  const isProduction = connection.production === true && confirmSetting() !== 'never';
  if (!isScheduled && !isProduction) return true;
  const message = isProduction
    ? l10n.t('Start "{0}" in production connection "{1}"?', name, connection.name)
    : l10n.t('Start "{0}" now?', name);
  const detail = isScheduled
    ? l10n.t('{0} Starting it now adds a run.', runSentence(definition, new Date(now())))
    : l10n.t('Instance {0}', connection.instanceId);
  return prompts.confirm({ message, detail, action: l10n.t('Start'), isWarning: isProduction });
}
