import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import { failureSentence } from '../failures/failureSentence.ts';
import { quoted } from '../failures/quoted.ts';
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

/**
 * As much of a name and of a status is shown, in characters. VS Code cuts messages at 1,000, and may show less at first, so
 * the outcome takes the first 300.
 */
const longestName = 50;
const longestStatus = 30;

/** Returns the message about an outcome: first what happened to the job, then what the service said and what to do. */
export function outcomeMessage(
  outcome: Outcome,
  { kind }: Action,
  name: string,
  connection: Connection,
): OutcomeMessage {
  const sentences = kind === 'create' ? creation : update;
  const shownName = quoted(name, longestName);
  if (outcome.kind === 'accepted') {
    const { job, response } = outcome;
    const status = job.status === undefined ? undefined : quoted(job.status, longestStatus);
    const message = sentences.accepted(shownName, job.id, status);
    return { level: 'info', message, jobId: job.id, ...(response && { response }) };
  }
  const message = [
    outcomeSentence(outcome, sentences, shownName),
    failureSentence(outcome.failure, connection, { action: kind }),
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
        'Couldn’t confirm whether "{0}" was created. The job list has a job of this name (ID {1}), which may be someone else’s. Look at it before you submit again.',
        name,
        outcome.job.id,
      );
    case 'notFound':
      return outcome.list?.isComplete === false
        ? l10n.t(
            'Couldn’t confirm whether "{0}" was created. The job list could be read only in part (jobs read: {1}). Look for the job in the console before you submit it again.',
            name,
            outcome.list.read,
          )
        : sentences.notFound(name);
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
      ? l10n.t('Created "{0}" (ID {1}).', name, id)
      : l10n.t('Created "{0}" (ID {1}, status {2}).', name, id, status),
  refused: () => refusedSentence('create'),
  found: (name, id) => l10n.t('Created "{0}" (ID {1}): the job list has it. Don’t submit it again.', name, id),
  notFound: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was created. The job list doesn’t have it yet, but the service may still be working on it. Check again before you submit it again.',
      name,
    ),
  stopped: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was created: you canceled the check. Check again before you submit it again.',
      name,
    ),
  unknown: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was created: the job list couldn’t be read either. Look for the job in the console before you submit it again.',
      name,
    ),
};

const update: Sentences = {
  accepted: (name, id, status) =>
    status === undefined
      ? l10n.t('Updated "{0}" (ID {1}).', name, id)
      : l10n.t('Updated "{0}" (ID {1}, status {2}).', name, id, status),
  refused: () => refusedSentence('update'),
  found: (name, id) => l10n.t('Updated "{0}" (ID {1}): the service shows it as in the document.', name, id),
  notFound: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was updated. The service doesn’t show it as in the document yet, but may still be working on it. Check again before you update it again.',
      name,
    ),
  stopped: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was updated: you canceled the check. Check again before you update it again.',
      name,
    ),
  unknown: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was updated: the job couldn’t be read either. Look at it in the console before you update it again.',
      name,
    ),
};
