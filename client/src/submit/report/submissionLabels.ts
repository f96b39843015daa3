import * as l10n from '@vscode/l10n';
import { quoted } from '../../failures/quoted.ts';
import type { SubmissionRecord } from '../../state/submissionRecord.ts';

/** As much of a connection's name is shown, in characters. */
const longestName = 50;

/**
 * Returns where and when a document was submitted, such as `✓ dev · 11:41 · changed since`.
 * @param bodyHash SHA-256 of the document's text now
 */
export function submissionLabel(record: SubmissionRecord, bodyHash: string, now: Date): string {
  const isConfirmed = record.result === 'accepted' || record.result === 'found';
  return [
    `${isConfirmed ? '✓' : '?'} ${quoted(record.connection, longestName)}`,
    timeOf(record, now),
    ...(isConfirmed ? [] : [l10n.t('not confirmed')]),
    ...(record.bodyHash === bodyHash ? [] : [l10n.t('changed since')]),
  ].join(' · ');
}

/** Returns the outcome of a submission, in a few words. */
export function resultLabel({ result, action, jobId = '', status }: SubmissionRecord): string {
  switch (result) {
    case 'accepted':
      return action === 'create' ? l10n.t('created: job {0}', jobId) : l10n.t('updated: job {0}', jobId);
    case 'found':
      return action === 'create'
        ? l10n.t('created, although the response was lost: job {0}', jobId)
        : l10n.t('updated, although the response was lost: job {0}', jobId);
    case 'refused':
      return status === undefined ? l10n.t('not sent') : l10n.t('rejected with status {0}', status);
    case 'similar':
      return l10n.t('no response, and a job with this name exists: {0}', jobId);
    case 'notFound':
      return l10n.t('no response, and the job wasn’t found');
    case 'unknown':
      return l10n.t('no response, and the outcome isn’t known');
  }
}

/** Today's time, or the date of another day, as the user writes them. */
function timeOf({ sentAt }: SubmissionRecord, now: Date): string {
  const moment = new Date(sentAt);
  return moment.toDateString() === now.toDateString()
    ? moment.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    : moment.toLocaleDateString();
}
