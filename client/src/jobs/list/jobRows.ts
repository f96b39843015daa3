import * as l10n from '@vscode/l10n';
import { joinNames, joinSentences } from '../../../../language/src/joining.ts';
import { isTokenFailure, type Failure } from '../../api/errors.ts';
import type { ListedJob, Run } from '../../api/run.ts';
import type { Connection } from '../../connections/connection.ts';
import { failureReport } from '../../failures/failureReport.ts';
import { quoted } from '../../failures/quoted.ts';
import { isUnderWay, statusIcon, statusLabel } from '../../watch/status.ts';
import { clockTime, durationInWords, timeAgo } from '../durations.ts';
import { filterLabel, typeLabel, type JobFilter } from './jobFilter.ts';
import { lastActivity, type ListedNow } from './jobList.ts';
import type { JobNode, JobsNode, MessageNode, RunNode } from './jobNodes.ts';

/** As much of a name and of a status is shown, in characters. */
const longestName = 100;
const longestStatus = 40;

/** A row of the view, without the editor's own types. */
export interface JobRow {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: ReturnType<typeof statusIcon>;
  /** What a screen reader reads. */
  readonly accessible: string;
  /** What its menu depends on: whether it runs, and whether it has a file. */
  readonly context: string;
}

/**
 * Returns the rows of a connection: its jobs, and what else there is to say about the list.
 * @param documents the URI of the document of each job that has one, by its ID
 */
export function rowsOf(
  connection: Connection,
  list: ListedNow,
  filter: JobFilter,
  documents: ReadonlyMap<string, string>,
): readonly JobsNode[] {
  const { state } = list;
  const jobs = list.jobs.map((job): JobNode => ({
    kind: 'job',
    connection: connection.name,
    id: job.id,
    name: job.name ?? job.id,
    type: job.type ?? '',
    job,
    document: documents.get(job.id),
  }));
  if (state.kind === 'signedOut') return [signInRow(connection, l10n.t('Sign in to see the jobs'))];
  if (state.kind === 'failed') return [failureRow(connection, state.failure), ...jobs];
  if (jobs.length === 0 && state.kind === 'read' && !list.hasMore) return [emptyRow(connection, filter)];
  if (jobs.length === 0 && state.kind !== 'read') return [readingRow(connection)];
  return [...jobs, ...moreRows(connection, list)];
}

function moreRows({ name }: Connection, { state, hasMore, unlisted, jobs }: ListedNow): MessageNode[] {
  if (hasMore) {
    const isReading = state.kind === 'reading';
    return [
      {
        kind: 'message',
        id: `more:${name}`,
        label: isReading ? l10n.t('Loading…') : l10n.t('Load More…'),
        description: l10n.t('{0} jobs loaded', jobs.length),
        icon: 'ellipsis',
        ...(!isReading && {
          command: { title: l10n.t('Load More…'), command: 'lakeformation.loadMoreJobs', arguments: [name] },
        }),
      },
    ];
  }
  if (unlisted === 0) return [];
  return [
    {
      kind: 'message',
      id: `unlisted:${name}`,
      label:
        unlisted === 1 ? l10n.t('Search by name for 1 more job') : l10n.t('Search by name for {0} more jobs', unlisted),
      description: l10n.t('The service lists the first 2,000 of a type'),
      icon: 'search',
      command: { title: l10n.t('Filter Jobs'), command: 'lakeformation.filterJobs', arguments: ['name'] },
    },
  ];
}

function signInRow({ name }: Connection, label: string): MessageNode {
  return {
    kind: 'message',
    id: `signIn:${name}`,
    label,
    icon: 'sign-in',
    command: { title: l10n.t('Sign In'), command: 'lakeformation.signIn', arguments: [name] },
  };
}

function failureRow(connection: Connection, failure: Failure): MessageNode {
  const { reason, advice } = failureReport(failure, connection, { action: 'show' });
  if (isTokenFailure(failure)) {
    return { ...signInRow(connection, l10n.t('Sign in again to see the jobs')), description: reason };
  }
  return {
    kind: 'message',
    id: `failed:${connection.name}`,
    label: l10n.t('Try Again'),
    description: joinSentences(reason, advice),
    icon: 'error',
    command: { title: l10n.t('Try Again'), command: 'lakeformation.refreshJobs', arguments: [connection.name] },
  };
}

function emptyRow({ name }: Connection, filter: JobFilter): MessageNode {
  const label = filterLabel(filter);
  if (label === undefined) {
    return { kind: 'message', id: `empty:${name}`, label: l10n.t('No jobs in this instance'), icon: 'info' };
  }
  return {
    kind: 'message',
    id: `empty:${name}`,
    label: l10n.t('No job matches the filter'),
    description: l10n.t('Clear Filter'),
    icon: 'filter',
    command: { title: l10n.t('Clear Filter'), command: 'lakeformation.clearJobFilter' },
  };
}

function readingRow({ name }: Connection): MessageNode {
  return { kind: 'message', id: `reading:${name}`, label: l10n.t('Loading…'), icon: 'loading~spin' };
}

/**
 * Returns the row of a job.
 * @param file the path of its file in the workspace, if it has one
 * @param now in milliseconds since 1970
 */
export function jobRow({ job, id, name, type, connection }: JobNode, file: string | undefined, now: number): JobRow {
  const label = quoted(name, longestName);
  const status = quoted(statusLabel(job.status), longestStatus);
  const kind = quoted(typeLabel(type), longestStatus);
  const time = activity(job, now);
  const description = [time, kind, file ?? ''].filter((part) => part !== '').join(' · ');
  return {
    label,
    description,
    tooltip: [
      label,
      statusLine(job, now),
      l10n.t('Type: {0}', kind),
      l10n.t('ID: {0}', id),
      l10n.t('Connection: {0}', connection),
      ...(job.createdAt === undefined ? [] : [l10n.t('Created: {0}', clockTime(job.createdAt, now))]),
      ...(file === undefined ? [] : [l10n.t('File: {0}', file)]),
    ].join('\n'),
    icon: statusIcon(job.status),
    accessible: joinNames(
      [label, status, time, kind, file === undefined ? '' : l10n.t('File: {0}', file)].filter((part) => part !== ''),
    ),
    context: `job.${isUnderWay(job.status) ? 'running' : 'idle'}${file === undefined ? '' : '.file'}`,
  };
}

/** When a job was active last, as far as the service reports: it runs for, it ended, or it was created. */
function activity(job: ListedJob, now: number): string {
  if (isUnderWay(job.status) && job.startedAt !== undefined) {
    return l10n.t('for {0}', durationInWords(now - job.startedAt));
  }
  const moment = lastActivity(job);
  return moment === 0 ? '' : timeAgo(moment, now);
}

function statusLine({ status, startedAt, duration }: Run, now: number): string {
  const words = quoted(statusLabel(status), longestStatus);
  const value = status === undefined ? words : l10n.t('{0} ({1})', words, quoted(status, longestStatus));
  const started = startedAt === undefined ? '' : l10n.t('started {0}', clockTime(startedAt, now));
  const took = duration === undefined ? '' : l10n.t('took {0}', durationInWords(duration));
  return joinNames([l10n.t('Status: {0}', value), started, took].filter((part) => part !== ''));
}

/** Returns the rows of a job's last runs. @param total how many there are */
export function runRows(
  of: JobNode,
  runs: readonly Run[],
  total: number | undefined,
): readonly (RunNode | MessageNode)[] {
  const id = `${of.connection}:${of.id}`;
  if (runs.length === 0) {
    return [{ kind: 'message', id: `noRuns:${id}`, label: l10n.t('Not run yet'), icon: 'circle-outline' }];
  }
  const rows = runs.map((run, index): RunNode => ({ kind: 'run', of, run, index }));
  if ((total ?? 0) <= runs.length) return rows;
  const { connection, name, type } = of;
  return [
    ...rows,
    {
      kind: 'message',
      id: `history:${id}`,
      label: l10n.t('Show History'),
      description: l10n.t('{0} runs', total ?? runs.length),
      icon: 'history',
      command: {
        title: l10n.t('Show History'),
        command: 'lakeformation.showJobHistory',
        arguments: [{ connection, id: of.id, name, type }],
      },
    },
  ];
}
