import * as l10n from '@vscode/l10n';
import { joinNames } from '../../../../language/src/joining.ts';
import type { ListedJob } from '../../api/run.ts';
import { isUnderWay } from '../../watch/status.ts';
import type { ChangeRequest } from './changeRequest.ts';
import { deleteRequest } from './deleteJob.ts';
import { startRequest } from './startJob.ts';
import { stopRequest } from './stopJob.ts';

/** A change of several jobs, and its texts. */
export interface SeveralChange {
  readonly request: (name: string) => ChangeRequest;
  /** Why a job can't be changed, as a sentence; `undefined` where it can. */
  readonly obstacle: (job: ListedJob) => string | undefined;
  /** What the question, the progress, and the table are called. */
  readonly question: (count: number, connections: readonly string[]) => string;
  readonly detail: string;
  readonly button: string;
  readonly progress: (count: number) => string;
  readonly table: string;
  readonly done: (count: number) => string;
}

/** What can be done with several jobs at once. */
export type SeveralAction = 'start' | 'stop' | 'delete';

/** Returns the texts of a change of several jobs, and what it sends for each. */
export function severalChange(action: SeveralAction): SeveralChange {
  switch (action) {
    case 'start':
      return {
        request: (name) => startRequest(name, true),
        obstacle: ({ status }) => (isUnderWay(status) ? l10n.t('It is already running.') : undefined),
        question: (count, connections) => l10n.t('Start {0} jobs in {1}?', count, joinNames(connections)),
        detail: l10n.t('Jobs that are running aren’t started again.'),
        button: l10n.t('Start'),
        progress: (count) => l10n.t('Starting {0} jobs…', count),
        table: l10n.t('Started Jobs'),
        done: (count) => l10n.t('{0} started', count),
      };
    case 'stop':
      return {
        request: stopRequest,
        obstacle: ({ status }) => (isUnderWay(status) ? undefined : l10n.t('It isn’t running.')),
        question: (count, connections) => l10n.t('Stop {0} jobs in {1}?', count, joinNames(connections)),
        detail: l10n.t('Jobs that aren’t running are left alone.'),
        button: l10n.t('Stop'),
        progress: (count) => l10n.t('Stopping {0} jobs…', count),
        table: l10n.t('Stopped Jobs'),
        done: (count) => l10n.t('{0} stopped', count),
      };
    case 'delete':
      return {
        request: deleteRequest,
        obstacle: ({ status }) => (isUnderWay(status) ? l10n.t('It is running. Stop it first.') : undefined),
        question: (count, connections) => l10n.t('Delete {0} jobs from {1}?', count, joinNames(connections)),
        detail: l10n.t(
          'The jobs, their runs, and their logs are deleted. This can’t be undone. Jobs that are running are kept.',
        ),
        button: l10n.t('Delete'),
        progress: (count) => l10n.t('Deleting {0} jobs…', count),
        table: l10n.t('Deleted Jobs'),
        done: (count) => l10n.t('{0} deleted', count),
      };
  }
}
