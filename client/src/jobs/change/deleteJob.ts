import * as l10n from '@vscode/l10n';
import { quoted } from '../../failures/quoted.ts';
import type { Services } from '../../services.ts';
import type { JobReference } from '../../watch/jobReference.ts';
import { isUnderWay } from '../../watch/status.ts';
import type { ChangeRequest, ChangeServices } from './changeRequest.ts';
import { requestChange } from './requestChange.ts';

/** The services that deleting a job uses. */
export type DeleteServices = ChangeServices & Pick<Services, 'jobLinks'>;

/** As much of a name is shown, in characters. */
const longestName = 50;

/** Deletes a job, once, after asking. One that is under way isn't deleted. @returns whether it was deleted */
export async function deleteJob(services: DeleteServices, job: JobReference): Promise<boolean> {
  const before = await requestChange(services, job, deleteRequest(job.name));
  if (before !== undefined) await forgetJob(services, job);
  return before !== undefined;
}

/** Forgets which documents a job has, which was deleted. */
export async function forgetJob(
  { jobLinks }: Pick<Services, 'jobLinks'>,
  { id, connection }: JobReference,
): Promise<void> {
  for (const uri of jobLinks.documentsOf(id, connection)) await jobLinks.delete(uri, connection);
}

/** Returns the request to delete a job. */
export function deleteRequest(jobName: string): ChangeRequest {
  return {
    action: 'delete',
    titles: {
      send: l10n.t('Deleting "{0}"…', jobName),
      lookUp: l10n.t('Checking whether "{0}" was deleted…', jobName),
    },
    send: async (api, id, signal) => api.delete(id, signal),
    isDone: (job) => job === 'gone',
    decide: async (services, reference, { job }) => {
      if (!isUnderWay(job.status)) return confirmDelete(services, reference);
      const name = quoted(reference.name, longestName);
      await services.prompts.info(l10n.t('"{0}" is running. Stop it before you delete it.', name));
      return false;
    },
    sentences: {
      accepted: (name) => l10n.t('Deleted "{0}".', name),
      refused: (name) => l10n.t('"{0}" wasn’t deleted.', name),
      found: (name) => l10n.t('"{0}" was deleted anyway.', name),
      notFound: (name) =>
        l10n.t(
          'Couldn’t confirm whether "{0}" was deleted. The job is still there, but the service may still be processing the request.',
          name,
        ),
      unknown: (name) => l10n.t('Couldn’t confirm whether "{0}" was deleted: couldn’t read the job.', name),
    },
  };
}

/** Asks before a job is deleted, and for its name in a production connection. */
async function confirmDelete({ prompts }: ChangeServices, { name, id, connection }: JobReference): Promise<boolean> {
  const shownName = quoted(name, longestName);
  const isConfirmed = await askToDelete(prompts, {
    message: l10n.t('Delete "{0}" from connection "{1}"?', shownName, connection.name),
    detail: [
      l10n.t('The job, its runs, and its log are deleted. This can’t be undone.'),
      l10n.t('Job {0}', id),
      l10n.t('Instance {0}', connection.instanceId),
    ].join('\n'),
    keep: l10n.t('Keep Job'),
  });
  if (!isConfirmed || connection.production !== true) return isConfirmed;
  return enterToDelete(prompts, {
    title: l10n.t('Delete Job'),
    prompt: l10n.t('Enter the job’s name to delete it from production connection "{0}"', connection.name),
    text: name,
  });
}

/** Asks before jobs are deleted. The first button, which Enter presses, keeps them. */
export async function askToDelete(
  prompts: Pick<Services['prompts'], 'choose'>,
  { message, detail, keep }: { readonly message: string; readonly detail: string; readonly keep: string },
): Promise<boolean> {
  const remove = l10n.t('Delete');
  return (await prompts.choose({ message, detail, actions: [keep, remove], isWarning: true })) === remove;
}

/** Asks for a name that proves that its owner means it. */
export async function enterToDelete(
  prompts: Pick<Services['prompts'], 'input'>,
  { title, prompt, text }: { readonly title: string; readonly prompt: string; readonly text: string },
): Promise<boolean> {
  const entered = await prompts.input({
    title,
    prompt,
    value: '',
    validate: (given) => (given.trim() === text.trim() ? undefined : l10n.t('Enter "{0}".', text)),
  });
  return entered?.trim() === text.trim();
}
