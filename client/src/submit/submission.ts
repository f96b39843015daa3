import type { Destination } from '../../../language/src/secrets/destinations.ts';
import type { Failure } from '../api/errors.ts';
import type { AnsweredJob, NamedJobs } from '../api/jobs.ts';
import type { ListExtent } from '../api/paging.ts';
import type { Job } from '../api/types.ts';
import type { Connection } from '../connections/connection.ts';
import type { CheckedText } from '../environment.ts';
import type { JobDocument } from './job.ts';
import type { JobLink } from '../state/jobLinks.ts';
import type { Attempt } from '../state/submissionAttempts.ts';
import type { DocumentSubmissions } from '../state/submissionHistory.ts';
import type { SubmissionRecord } from '../state/submissionRecord.ts';

/** A document that is submitted to a connection. */
export interface Submission {
  /** The job, with its references filled in. */
  readonly job: JobDocument;
  /** The URI of the document. */
  readonly uri: string;
  /** The document's text, without its references filled in. */
  readonly text: string;
  /** SHA-256 of that text. */
  readonly bodyHash: string;
  /** Whether the document has changes that aren't saved. */
  readonly isUnsaved: boolean;
  /** What the rules warn of in the document. */
  readonly warnings: readonly CheckedText['warnings'][number][];
  readonly connection: Connection;
  readonly attempt: Attempt;
  /** Whether the job is started after that. */
  readonly isToRun: boolean;
  /** Where the references of the document go. */
  readonly destinations: readonly Destination[];
}

/** What a submission does: creates a job, or updates one that exists. */
export type Action = { readonly kind: 'create' } | { readonly kind: 'update'; readonly job: Job };

/** The jobs with the submission's name and type before it is sent; `undefined` where the list can't be read. */
export type ExistingJobs = NamedJobs | undefined;

/** What there is before a submission is sent. */
export interface Situation {
  readonly existing: ExistingJobs;
  /** The submissions of the document, from all windows. */
  readonly submissions: DocumentSubmissions;
  /** The last one of them to this instance that wasn't refused. */
  readonly last: SubmissionRecord | undefined;
  /** The job in this instance that the document is known to be. */
  readonly linked?: JobLink | undefined;
}

/** What to do, and what that was decided in view of. */
export interface Decision extends Situation {
  readonly action: Action;
}

/** The decision to submit nothing: the job is as the document has it, and is only started. */
export interface Kept {
  readonly kept: Job;
}

/** How a submission ended. */
export type Outcome =
  /** The service confirmed it. */
  | ({ readonly kind: 'accepted' } & AnsweredJob)
  /** The service refused it, or was never reached. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  | LookedUpOutcome;

/** What a look-up found out about a request that failed without a clear answer. */
export type LookedUpOutcome =
  /** A new job matches the request; of an update: the job matches it. */
  | { readonly kind: 'found'; readonly failure: Failure; readonly job: Job }
  /**
   * A job of this name exists, but it may be another's: the list couldn't be read as a whole before, or the job doesn't
   * match or can't be read.
   */
  | { readonly kind: 'similar'; readonly failure: Failure; readonly job: Job }
  /** The list has no new job of this name yet, as far as it could be read; of an update: the job doesn't match. */
  | { readonly kind: 'notFound'; readonly failure: Failure; readonly list?: ListExtent }
  /** The look-up failed, too, or the user canceled it. */
  | { readonly kind: 'unknown'; readonly failure: Failure; readonly isStopped: boolean };
