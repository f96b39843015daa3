import * as l10n from '@vscode/l10n';
import { stateInWords } from '../jobs/stateLabel.ts';
import type { Services } from '../services.ts';
import type { JobReference } from '../watch/jobReference.ts';
import { isUnderWay } from '../watch/status.ts';
import type { CommandId } from './ids.ts';
import { jobArgument, jobOf, type JobOfServices } from './jobOf.ts';

/** What Manage Job uses. */
export interface ManageJobServices extends JobOfServices, Pick<Services, 'jobWatch'> {
  /** The title of a command, as the manifest has it. */
  readonly titleOf: (id: CommandId) => string;
  /** Runs a command. */
  readonly run: (id: CommandId, target: unknown) => Promise<void>;
}

/** Manage Job: the menu of the status bar and of the state above a document, with what can be done with its job. */
export function manageJob(services: ManageJobServices): (target?: unknown) => Promise<void> {
  return async (target) => {
    const job = await jobOf(services, target);
    if (job === undefined) return;
    const { prompts, titleOf, run, jobWatch, now } = services;
    const { job: known } = jobWatch.known(job);
    const actions = actionsFor(services, job);
    const chosen = await prompts.pick(
      actions.map((action) => ({
        label: action === 'refresh' ? l10n.t('Refresh') : action === 'copyId' ? l10n.t('Copy ID') : titleOf(action),
        ...(action === 'copyId' && { description: job.id }),
        value: action,
      })),
      {
        title: job.name,
        placeholder: known === undefined || known === 'gone' ? l10n.t('Select an action') : stateInWords(known, now()),
      },
    );
    if (chosen === 'refresh') await jobWatch.refresh(job.connection);
    else if (chosen === 'copyId') await prompts.copy(job.id);
    else if (chosen !== undefined) await run(chosen, target ?? jobArgument(job));
  };
}

type Action = CommandId | 'refresh' | 'copyId';

function actionsFor({ jobWatch }: ManageJobServices, job: JobReference): readonly Action[] {
  const { job: known } = jobWatch.known(job);
  const isRunning = known !== undefined && known !== 'gone' && isUnderWay(known.status);
  return [
    isRunning ? 'lakeformation.stopJob' : 'lakeformation.startJob',
    'lakeformation.showJobLog',
    'lakeformation.showJobHistory',
    'lakeformation.openJob',
    'lakeformation.compareJob',
    'refresh',
    'copyId',
  ];
}
