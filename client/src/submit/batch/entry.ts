import type { OpenDocument } from '../../editor/documents.ts';
import type { ReviewedDestination } from '../../state/agreedDestinations.ts';
import type { Plan } from '../review/plan.ts';
import type { Situation, Submission } from '../submission.ts';

/** A document of several that can't be submitted. */
export interface NotReady {
  readonly kind: 'notReady';
  /** Its path, as the Explorer shows it. */
  readonly path: string;
  /** Why, as sentences. */
  readonly reason: string;
  /** The document, where the Problems view has the reasons once it is shown. */
  readonly withProblems?: OpenDocument;
}

/** A document of several that can be submitted. */
export interface Prepared {
  readonly kind: 'prepared';
  readonly path: string;
  readonly submission: Submission;
}

/** A document of several, and what submitting it would do. */
export interface Planned extends Omit<Prepared, 'kind'> {
  readonly kind: 'planned';
  readonly situation: Situation;
  readonly plan: Plan;
  /** Where its references go. */
  readonly destinations: readonly ReviewedDestination[];
  /** What is missing in the instance, a line each. */
  readonly missing: readonly string[];
}

/** A document of several, before anything is sent. */
export type Entry = Planned | NotReady;

/** Returns the entry of a document that can't be submitted. */
export function notReady(path: string, reason: string, withProblems?: OpenDocument): NotReady {
  return { kind: 'notReady', path, reason, ...(withProblems && { withProblems }) };
}

/** Whether submitting a document would change something. */
export function isChange(entry: Entry): entry is Planned {
  return entry.kind === 'planned' && entry.plan.kind !== 'unchanged';
}
