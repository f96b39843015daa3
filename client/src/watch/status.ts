import * as l10n from '@vscode/l10n';

/** Whether a job has been submitted to run or runs: it can be stopped, but neither started nor deleted (DeleteJobByInstance). */
export function isUnderWay(status: string | undefined): boolean {
  return status === 'SUBMITTED' || status === 'RUNNING';
}

/** Whether a job's last run has ended. A job that has never run isn't finished. */
export function isFinished(status: string | undefined): boolean {
  return isSuccess(status) || status === 'FAILED' || status === 'STOPPED' || isFrozen(status);
}

/** Whether a job's last run did all or some of what it was to do. */
export function isSuccess(status: string | undefined): boolean {
  return status === 'SUCCESS' || status === 'PARTIAL_SUCCESS';
}

function isFrozen(status: string | undefined): boolean {
  return status === 'FROZEN_RELEASABLE' || status === 'FROZEN_UNRELEASABLE';
}

/** Returns a status in words; one that the API reference doesn't have, unchanged. */
export function statusLabel(status: string | undefined): string {
  switch (status) {
    case 'CREATED':
      return l10n.t('Created');
    case 'SUBMITTED':
      return l10n.t('Waiting to run');
    case 'RUNNING':
      return l10n.t('Running');
    case 'SUCCESS':
      return l10n.t('Succeeded');
    case 'PARTIAL_SUCCESS':
      return l10n.t('Partly succeeded');
    case 'FAILED':
      return l10n.t('Failed');
    case 'STOPPED':
      return l10n.t('Stopped');
    case 'FROZEN_RELEASABLE':
    case 'FROZEN_UNRELEASABLE':
      return l10n.t('Frozen');
    case undefined:
      return l10n.t('Unknown status');
    default:
      return status;
  }
}

/** Returns the character that shows a status in a line of text. */
export function statusSymbol(status: string | undefined): string {
  if (isUnderWay(status)) return '●';
  if (isSuccess(status)) return '✓';
  if (status === 'FAILED') return '✗';
  return status === 'STOPPED' ? '■' : '○';
}

/** Returns the product icon of a status: the name of a codicon, and that of a color of the theme. */
export function statusIcon(status: string | undefined): { readonly id: string; readonly color?: string } {
  switch (status) {
    case 'SUBMITTED':
      return { id: 'watch' };
    case 'RUNNING':
      return { id: 'sync~spin' };
    case 'SUCCESS':
      return { id: 'pass', color: 'testing.iconPassed' };
    case 'PARTIAL_SUCCESS':
      return { id: 'warning', color: 'list.warningForeground' };
    case 'FAILED':
      return { id: 'error', color: 'testing.iconFailed' };
    case 'STOPPED':
      return { id: 'debug-stop' };
    case 'FROZEN_RELEASABLE':
    case 'FROZEN_UNRELEASABLE':
      return { id: 'lock' };
    default:
      return { id: 'circle-outline' };
  }
}
