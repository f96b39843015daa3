import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import { failureExplanation } from '../failures/failureExplanation.ts';
import { quoted } from '../failures/quoted.ts';
import { actionOf, type LookedUp, type RequestBasis } from './requestBasis.ts';
import { joinSentences } from '../../../language/src/joining.ts';

/** As much of an ID is shown, in characters. */
const longestId = 100;

/**
 * Returns what a request does and how that is known: one line, whatever the service has returned, because it becomes a
 * comment in a shell command.
 */
export function basisRemark(basis: RequestBasis, connection: Connection | undefined): string {
  return sentenceOf(basis, connection).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

function sentenceOf(basis: RequestBasis, connection: Connection | undefined): string {
  switch (basis.kind) {
    case 'noConnection':
      return basis.isSelectable
        ? l10n.t('Creates a job. No connection is selected: replace the placeholders, or run Select Connection.')
        : l10n.t('Creates a job. There is no connection: replace the placeholders, or run Add Connection.');
    case 'untrusted':
      return l10n.t('Creates a job. The workspace isn’t trusted, so existing jobs weren’t checked.');
    case 'signedOut':
      return l10n.t('Creates a job. You aren’t signed in, so existing jobs weren’t checked.');
    case 'looking':
      return l10n.t('Checking for a job with this name and type… If there is none, this is the request.');
    case 'failed': {
      const { failure, credential } = basis;
      const reason = connection === undefined ? '' : failureExplanation(failure, connection, { credential }).reason;
      return l10n.t('Creates a job. Couldn’t check for existing jobs: {0}', reason);
    }
    case 'lookedUp':
      return joinSentences(foundSentence(basis), l10n.t('Checked at {0}.', timeOf(basis.at)));
  }
}

function foundSentence(basis: LookedUp): string {
  const { existing, reviewed } = basis;
  const action = actionOf(basis);
  if (action.kind === 'update') {
    return l10n.t('Updates job {0}, which has this name and type.', quoted(action.job.id, longestId));
  }
  if (existing === undefined) {
    return l10n.t('Creates a job. Couldn’t read the job list, so existing jobs weren’t checked.');
  }
  const { jobs, isComplete, read } = existing;
  if (jobs.length > 0) {
    return reviewed === undefined
      ? l10n.t('Creates a job. {0} jobs have this name and type. Submit Job asks which one to update.', jobs.length)
      : l10n.t('Creates another job, as selected. {0} jobs have this name and type.', jobs.length);
  }
  return isComplete
    ? l10n.t('Creates a job. The instance has none with this name and type.')
    : l10n.t(
        'Creates a job. Only part of the job list could be read (jobs read: {0}), and none of those jobs has this name and type.',
        read,
      );
}

function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
