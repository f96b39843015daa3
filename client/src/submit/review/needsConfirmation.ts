import type { Connection } from '../../connections/connection.ts';
import type { ReviewedDestination } from '../../state/agreedDestinations.ts';
import type { ConfirmSetting } from '../../state/settings.ts';
import type { SubmissionRecord } from '../../state/submissionRecord.ts';
import type { ExistingJobs } from '../submission.ts';

/** What is asked about. */
interface Asked {
  readonly bodyHash: string;
  readonly connection: Pick<Connection, 'production'>;
  /** Where the references of the document go. */
  readonly destinations: readonly Pick<ReviewedDestination, 'isNew'>[];
  /** Whether the job has sample values that nobody has replaced, or names another instance. */
  readonly isSuspect: boolean;
}

/**
 * Whether Submit Job asks before it creates a job. Whatever the setting, it asks when the job may be a second one, has
 * sample values, or names another instance, and before a reference goes where the user hasn't agreed to: a file that somebody else wrote must not send
 * a secret away unseen.
 * @param last the last submission of this document to this instance that wasn't refused
 */
export function needsConfirmation(
  setting: ConfirmSetting,
  { bodyHash, connection, destinations, isSuspect }: Asked,
  existing: ExistingJobs,
  last: Pick<SubmissionRecord, 'bodyHash'> | undefined,
): boolean {
  if (setting === 'always' || (setting === 'production' && connection.production === true)) return true;
  const mayBeASecond = existing?.isComplete !== true || existing.jobs.length > 0 || last?.bodyHash === bodyHash;
  return mayBeASecond || isSuspect || destinations.some(({ isNew }) => isNew);
}
