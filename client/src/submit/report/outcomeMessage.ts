import * as l10n from '@vscode/l10n';
import type { Connection } from '../../connections/connection.ts';
import type { NamedPlaces } from '../../environment.ts';
import { failureReport } from '../../failures/failureReport.ts';
import { quoted } from '../../failures/quoted.ts';
import type { Action, Outcome } from '../submission.ts';
import { joinSentences } from '../../../../language/src/joining.ts';

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
  /** All that is known of a failure. */
  readonly details?: string;
  /** Whether the connection may be wrong. */
  readonly isAboutConnection?: boolean;
  /** The page that lists the response's error code. */
  readonly page?: string | undefined;
}

/** What was submitted. */
export interface Submitted {
  readonly action: Action;
  readonly name: string;
  readonly connection: Connection;
  /** When the job runs, as a sentence. */
  readonly run: string;
  /** How many places of the document the response names, and the property of the only one. */
  readonly named: NamedPlaces;
}

/** As much of a name is shown, in characters: VS Code cuts messages at 1,000, and shows less at first. */
const longestName = 50;

/**
 * Returns the message about an outcome in one line. Of a failure: the reason, what happened to the job, and what to do.
 */
export function outcomeMessage(outcome: Outcome, { action, name, connection, run, named }: Submitted): OutcomeMessage {
  const sentences = action.kind === 'create' ? creation : update;
  const shownName = quoted(name, longestName);
  if (outcome.kind === 'accepted') {
    const { job, response } = outcome;
    const message = joinSentences(sentences.accepted(shownName, job.id), run);
    return { level: 'info', message, jobId: job.id, ...(response && { response }) };
  }
  const { property, places } = named;
  const request = { action: action.kind, property, isLocated: places > 0 };
  const { reason, advice, ...report } = failureReport(outcome.failure, connection, request);
  const message = joinSentences(
    reason,
    outcomeSentence(outcome, sentences, shownName),
    outcome.kind === 'found' ? '' : advice,
  );
  switch (outcome.kind) {
    case 'refused':
      return { level: 'error', message, ...report };
    case 'found':
      return { level: 'warn', message, jobId: outcome.job.id, ...report };
    case 'similar':
      return { level: 'warn', message, jobId: outcome.job.id, canLookUp: true, ...report };
    case 'notFound':
    case 'unknown':
      // Of a job that was to be created, no ID is known.
      return {
        ...{ level: 'warn', message, canLookUp: true, ...report },
        ...(action.kind === 'update' && { jobId: action.job.id }),
      };
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
        'Couldn’t confirm whether "{0}" was created. A job with this name exists (ID {1}), which may be someone else’s. Check it before you submit again.',
        name,
        outcome.job.id,
      );
    case 'notFound':
      return outcome.list?.isComplete === false
        ? l10n.t(
            'Couldn’t confirm whether "{0}" was created. Only part of the job list could be read (jobs read: {1}). Check the console before you submit it again.',
            name,
            outcome.list.read,
          )
        : sentences.notFound(name);
    case 'unknown':
      return outcome.isStopped ? sentences.stopped(name) : sentences.unknown(name);
  }
}

/** Returns the sentence about what a refusal means for the job. */
export function refusedSentence(action: Action['kind']): string {
  return action === 'create' ? l10n.t('No job was created.') : l10n.t('The job wasn’t updated.');
}

interface Sentences {
  readonly accepted: (name: string, id: string) => string;
  readonly refused: () => string;
  readonly found: (name: string, id: string) => string;
  /** A service that didn't answer may still be at work, so a look-up shows the current state, which can change. */
  readonly notFound: (name: string) => string;
  readonly stopped: (name: string) => string;
  readonly unknown: (name: string) => string;
}

const creation: Sentences = {
  accepted: (name, id) => l10n.t('Created "{0}" (ID {1}).', name, id),
  refused: () => refusedSentence('create'),
  found: (name, id) => l10n.t('"{0}" was created anyway (ID {1}). Don’t submit it again.', name, id),
  notFound: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was created. It isn’t in the job list, but the service may still be processing it. Check again before you submit it again.',
      name,
    ),
  stopped: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was created: you canceled the check. Check again before you submit it again.',
      name,
    ),
  unknown: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was created: couldn’t read the job list. Check the console before you submit it again.',
      name,
    ),
};

const update: Sentences = {
  accepted: (name, id) => l10n.t('Updated "{0}" (ID {1}).', name, id),
  refused: () => refusedSentence('update'),
  found: (name, id) => l10n.t('"{0}" was updated anyway (ID {1}). The job matches the document.', name, id),
  notFound: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was updated. The job doesn’t match the document, but the service may still be processing the update. Check again before you update it again.',
      name,
    ),
  stopped: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was updated: you canceled the check. Check again before you update it again.',
      name,
    ),
  unknown: (name) =>
    l10n.t(
      'Couldn’t confirm whether "{0}" was updated: couldn’t read the job. Check the console before you update it again.',
      name,
    ),
};
