import * as l10n from '@vscode/l10n';
import { changeSeveral, type ChangeSeveralServices } from '../jobs/change/changeSeveral.ts';
import { deleteJob } from '../jobs/change/deleteJob.ts';
import type { SeveralAction } from '../jobs/change/severalJobs.ts';
import type { Services } from '../services.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { jobOf, readJobArgument, type JobOfServices } from './jobOf.ts';
import { requireTrust } from './requireTrust.ts';
import { withJob } from './withJob.ts';

/** The services that changing the selected jobs uses. */
export type ChangeJobsServices = ChangeSeveralServices & JobOfServices & Pick<Services, 'isTrusted'>;

type Command = (target?: unknown, selected?: unknown) => Promise<void>;

/** Does for all jobs that are selected in the view what a command does for one. */
export function forSelectedJobs(services: ChangeJobsServices, action: SeveralAction, forOne: Command): Command {
  return async (target, selected) => {
    const jobs = selectedJobs(services, selected);
    if (jobs.length < 2) return forOne(target);
    if (await requireTrust(services, 'other')) await changeSeveral(services, action, jobs);
  };
}

/**
 * Delete: deletes the job of a document, or those of the jobs view.
 * @param selection returns what is selected in the view, for the key, which passes `selection`
 */
export function deleteJobs(services: ChangeJobsServices, selection: () => readonly unknown[]): Command {
  const forAll = forSelectedJobs(
    services,
    'delete',
    withJob(services, async (job) => deleteJob(services, job)),
  );
  return async (target, selected) => {
    if (target !== 'selection') return forAll(target, selected);
    const jobs = selection().filter((one) => readJobArgument(one) !== undefined);
    if (jobs.length > 0) await forAll(jobs[0], jobs);
    else await services.prompts.info(l10n.t('Select a job to delete.'));
  };
}

/** Copy ID: copies the ID of a document's job, or of one of the jobs view. */
export function copyJobId(services: JobOfServices): Command {
  return async (target) => {
    const job = await jobOf(services, target);
    if (job) await services.prompts.copy(job.id);
  };
}

/** The jobs among what is selected, with their connections. */
function selectedJobs({ usableConnections }: ChangeJobsServices, selected: unknown): readonly JobReference[] {
  if (!Array.isArray(selected)) return [];
  return selected.flatMap((one: unknown) => {
    const argument = readJobArgument(one);
    const connection = usableConnections().find(({ name }) => name === argument?.connection);
    return argument && connection ? [{ ...argument, connection }] : [];
  });
}
