import * as l10n from '@vscode/l10n';
import { placeAt } from '../../../../language/src/documents/locate.ts';
import { parse } from '../../../../language/src/documents/parse.ts';
import { clockTime, durationInWords } from '../durations.ts';
import { statusLabel } from '../../watch/status.ts';
import type { RemoteJob } from './readRemoteJob.ts';

/**
 * Returns what the service adds to a job, a line each: its ID and where it is, its state, and its last run.
 * @param now in milliseconds since 1970
 */
export function jobDetails({ reference, job, definition }: RemoteJob, now: number): string[] {
  const { connection } = reference;
  const { status, createdAt, startedAt, endedAt, duration, summary } = job;
  const success = timeOf(definition.last_success_run_time);
  const at = (moment: number): string => clockTime(moment, now);
  return [
    l10n.t('ID: {0}', job.id),
    l10n.t('Connection: {0}', connection.name),
    l10n.t('Instance: {0}', connection.instanceId),
    status === undefined ? undefined : l10n.t('Status: {0}', `${statusLabel(status)} (${status})`),
    createdAt === undefined ? undefined : l10n.t('Created: {0}', at(createdAt)),
    startedAt === undefined ? undefined : l10n.t('Last run: {0}', at(startedAt)),
    endedAt === undefined ? undefined : l10n.t('Ended: {0}', at(endedAt)),
    duration === undefined ? undefined : l10n.t('Took: {0}', durationInWords(duration)),
    success === undefined ? undefined : l10n.t('Last successful run: {0}', at(success)),
    summary === undefined || summary === status ? undefined : l10n.t('Result: {0}', summary),
    l10n.t('Read: {0}', at(now)),
  ].filter((line) => line !== undefined);
}

/** Whether an offset in a job's text is at the job's name. */
export function isAtName(text: string, offset: number): boolean {
  const { tree } = parse(text);
  const property = tree && placeAt(tree, ['name'])?.property;
  return property !== undefined && offset >= property.offset && offset <= property.offset + property.length;
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isFinite(time) ? time : undefined;
}
