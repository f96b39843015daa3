import * as l10n from '@vscode/l10n';
import type { Failure } from '../api/errors.ts';
import type { Connection } from '../connections/connection.ts';
import { failureSentence } from './sentences.ts';
import type { Outcome } from './submission.ts';

/** What is told of an outcome. */
export interface Report {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  /** The id of the job, to copy. */
  readonly jobId?: string;
  /** The service's answer, to show. */
  readonly response?: string;
}

/** What a user is told of an outcome: which it was, and what to do. */
export function report(outcome: Outcome, name: string, connection: Connection): Report {
  switch (outcome.kind) {
    case 'created': {
      const { id, status } = outcome.job;
      const message =
        status === undefined
          ? l10n.t('Job "{0}" was created: id {1}.', name, id)
          : l10n.t('Job "{0}" was created: id {1}, status {2}.', name, id, status);
      return { level: 'info', message, jobId: id, response: outcome.response };
    }
    case 'refused':
      return {
        level: 'error',
        message: sentences(failureSentence(outcome.failure, connection), l10n.t('No job was created.')),
      };
    case 'found':
      return {
        level: 'warn',
        message: sentences(
          failureSentence(outcome.failure, connection),
          l10n.t(
            'Job "{0}" was created all the same: the job list has it with id {1}. Do not submit it again.',
            name,
            outcome.job.id,
          ),
        ),
        jobId: outcome.job.id,
      };
    case 'notFound':
      return {
        level: 'warn',
        message: sentences(failureSentence(outcome.failure, connection), notFoundSentence(outcome.failure, name)),
      };
    case 'unknown':
      return {
        level: 'warn',
        message: sentences(
          failureSentence(outcome.failure, connection),
          l10n.t(
            'Whether job "{0}" was created cannot be told, as the job list cannot be read either. Look it up in the console before you submit again.',
            name,
          ),
        ),
      };
  }
}

/** A service that was not waited for may still be at work, so its list tells less than after a broken connection. */
function notFoundSentence({ kind }: Failure, name: string): string {
  return kind === 'timeout' || kind === 'cancelled'
    ? l10n.t(
        'The job list does not have "{0}" now, but the service may still be at work on it: look again before you submit it once more.',
        name,
      )
    : l10n.t('Job "{0}" was not created: the job list does not have it. You can submit it again.', name);
}

function sentences(...parts: readonly string[]): string {
  return parts.join(' ');
}
