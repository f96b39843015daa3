import * as l10n from '@vscode/l10n';
import { statusLabel } from '../../watch/status.ts';

/** The types of jobs: the list of an instance has to be requested for each (ListJobsByInstance). */
export const jobTypes = ['METADATA_MIGRATION', 'PERMISSION_MIGRATION', 'METADATA_DISCOVERY'] as const;

export type JobType = (typeof jobTypes)[number];

/** The statuses that the service filters by (ListJobsByInstance). */
export const filterStatuses = [
  'RUNNING',
  'SUBMITTED',
  'SUCCESS',
  'PARTIAL_SUCCESS',
  'FAILED',
  'STOPPED',
  'CREATED',
] as const;

/** Which jobs are listed. */
export interface JobFilter {
  readonly type?: JobType | undefined;
  readonly status?: string | undefined;
  /** A part of the name. */
  readonly name?: string | undefined;
}

/** Returns a type in words; one that the API reference doesn't have, unchanged. */
export function typeLabel(type: string | undefined): string {
  switch (type) {
    case 'METADATA_MIGRATION':
      return l10n.t('metadata migration');
    case 'PERMISSION_MIGRATION':
      return l10n.t('permission migration');
    case 'METADATA_DISCOVERY':
      return l10n.t('metadata discovery');
    default:
      return type ?? '';
  }
}

/** Returns a filter in words, such as `"sales" · Failed`; `undefined` where all jobs are listed. */
export function filterLabel({ type, status, name }: JobFilter): string | undefined {
  const parts = [name && `"${name}"`, type && typeLabel(type), status && statusLabel(status)].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
