import * as l10n from '@vscode/l10n';
import type { JobReference } from '../../watch/jobReference.ts';
import { isUnderWay } from '../../watch/status.ts';
import type { ChangeRequest, ChangeServices } from './changeRequest.ts';
import { requestChange } from './requestChange.ts';

/**
 * Stops a job, once, after asking where it is in a production connection.
 * @returns whether it was stopped
 */
export async function stopJob(services: ChangeServices, job: JobReference): Promise<boolean> {
  return (await requestChange(services, job, stopRequest(job.name))) !== undefined;
}

/** Returns the request to stop a job. */
export function stopRequest(jobName: string): ChangeRequest {
  return {
    action: 'stop',
    titles: {
      send: l10n.t('Stopping "{0}"…', jobName),
      lookUp: l10n.t('Checking whether "{0}" was stopped…', jobName),
    },
    send: async (api, id, signal) => api.stop(id, signal),
    isDone: (job) => job !== 'gone' && !isUnderWay(job.status),
    decide: async (services, reference, { job }) => {
      if (isUnderWay(job.status)) return confirmStop(services, reference);
      await services.prompts.info(l10n.t('"{0}" isn’t running.', reference.name));
      return false;
    },
    sentences: {
      accepted: (name) => l10n.t('Stopped "{0}".', name),
      refused: (name) => l10n.t('"{0}" wasn’t stopped.', name),
      found: (name) => l10n.t('"{0}" isn’t running anymore.', name),
      notFound: (name) =>
        l10n.t(
          'Couldn’t confirm whether "{0}" was stopped. It is still running, but the service may still be processing the request.',
          name,
        ),
      unknown: (name) => l10n.t('Couldn’t confirm whether "{0}" was stopped: couldn’t read the job.', name),
    },
  };
}

async function confirmStop(
  { prompts, confirmSetting }: ChangeServices,
  { name, connection }: JobReference,
): Promise<boolean> {
  if (connection.production !== true || confirmSetting() === 'never') return true;
  return prompts.confirm({
    message: l10n.t('Stop "{0}" in production connection "{1}"?', name, connection.name),
    detail: l10n.t('Instance {0}', connection.instanceId),
    action: l10n.t('Stop'),
    isWarning: true,
  });
}
