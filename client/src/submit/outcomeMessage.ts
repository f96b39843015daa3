import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import type { Action, Outcome } from './submission.ts';

/** A message about an outcome, and what its buttons act on. */
export interface OutcomeMessage {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  /** The ID of the job, to copy. */
  readonly jobId?: string;
  /** Returns the service's answer, to show. */
  readonly response?: () => string;
  /** Whether another look-up may have a clearer result. */
  readonly canLookUp?: boolean;
}

/** Returns the message about an outcome: what happened, and what to do. */
export function outcomeMessage(
  outcome: Outcome,
  { kind }: Action,
  name: string,
  connection: Connection,
): OutcomeMessage {
  const sentences = kind === 'create' ? creation : update;
  if (outcome.kind === 'accepted') {
    const { id, status } = outcome.job;
    const message = sentences.accepted(name, id, status);
    return { level: 'info', message, jobId: id, ...(outcome.response && { response: outcome.response }) };
  }
  const message = [
    failureSentence(outcome.failure, connection, { action: kind }),
    outcomeSentence(outcome, sentences, name),
  ].join(' ');
  switch (outcome.kind) {
    case 'refused':
      return { level: 'error', message };
    case 'found':
      return { level: 'warn', message, jobId: outcome.job.id };
    case 'similar':
      return { level: 'warn', message, jobId: outcome.job.id, canLookUp: true };
    case 'notFound':
    case 'unknown':
      return { level: 'warn', message, canLookUp: true };
  }
}

function outcomeSentence(outcome: Exclude<Outcome, { kind: 'accepted' }>, sentences: Sentences, name: string): string {
  switch (outcome.kind) {
    case 'refused':
      return sentences.refused();
    case 'found':
      return sentences.found(name, outcome.job.id);
    case 'similar':
      return l10n.t(
        'There is a job "{0}" now, id {1}, which may be yours or another’s. Look at it before you submit again.',
        name,
        outcome.job.id,
      );
    case 'notFound':
      return sentences.notFound(name);
    case 'unknown':
      return outcome.isStopped ? sentences.stopped(name) : sentences.unknown(name);
  }
}

/** Returns the sentence that says what a refusal means for the job. */
export function refusedSentence(action: Action['kind']): string {
  return action === 'create' ? l10n.t('No job was created.') : l10n.t('The job was not updated.');
}

interface Sentences {
  readonly accepted: (name: string, id: string, status: string | undefined) => string;
  readonly refused: () => string;
  readonly found: (name: string, id: string) => string;
  /** A service that did not answer may still be at work, so a look-up tells what is, and not what will be. */
  readonly notFound: (name: string) => string;
  readonly stopped: (name: string) => string;
  readonly unknown: (name: string) => string;
}

const creation: Sentences = {
  accepted: (name, id, status) =>
    status === undefined
      ? l10n.t('Job "{0}" was created: id {1}.', name, id)
      : l10n.t('Job "{0}" was created: id {1}, status {2}.', name, id, status),
  refused: () => refusedSentence('create'),
  found: (name, id) =>
    l10n.t('Job "{0}" was created all the same: the job list has it with id {1}. Do not submit it again.', name, id),
  notFound: (name) =>
    l10n.t(
      'The job list does not have "{0}" now, but the service may still be at work on it: look again before you submit it once more.',
      name,
    ),
  stopped: (name) =>
    l10n.t(
      'You stopped the look-up, so whether job "{0}" was created is not known. Look again before you submit it once more.',
      name,
    ),
  unknown: (name) =>
    l10n.t(
      'Whether job "{0}" was created cannot be told, as the job list cannot be read either. Look it up in the console before you submit again.',
      name,
    ),
};

const update: Sentences = {
  accepted: (name, id, status) =>
    status === undefined
      ? l10n.t('Job "{0}" was updated: id {1}.', name, id)
      : l10n.t('Job "{0}" was updated: id {1}, status {2}.', name, id, status),
  refused: () => refusedSentence('update'),
  found: (name, id) => l10n.t('Job "{0}" (id {1}) is as the document says all the same: it was updated.', name, id),
  notFound: (name) =>
    l10n.t(
      'The service shows job "{0}" otherwise now, but may still be at work on it: look again before you update it once more.',
      name,
    ),
  stopped: (name) =>
    l10n.t(
      'You stopped the look-up, so whether job "{0}" was updated is not known. Look again before you update it once more.',
      name,
    ),
  unknown: (name) =>
    l10n.t(
      'Whether job "{0}" was updated cannot be told, as it cannot be read either. Look it up in the console before you update it again.',
      name,
    ),
};
