import type { Connection } from '../connections/connection.ts';
import type { ConfirmSetting } from '../state/settings.ts';
import type { SubmissionRecord } from '../state/submissionRecord.ts';
import type { JobDocument } from './job.ts';
import type { ExistingJobs } from './submission.ts';

/** What is asked about. */
interface Asked {
  readonly job: Pick<JobDocument, 'references'>;
  readonly bodyHash: string;
  readonly connection: Pick<Connection, 'production'>;
}

/**
 * Whether Submit Job asks before it creates a job. Whatever the setting, it asks when the job may be a second one, and
 * before it fills in a reference that this document hasn't sent to this instance before: a file that somebody else wrote
 * must not send a secret away unseen.
 * @param last the last submission of this document to this instance that wasn't refused
 */
export function needsConfirmation(
  setting: ConfirmSetting,
  { job, bodyHash, connection }: Asked,
  existing: ExistingJobs,
  last: Pick<SubmissionRecord, 'bodyHash' | 'references'> | undefined,
): boolean {
  if (setting === 'always' || (setting === 'production' && connection.production === true)) return true;
  const mayBeASecond = existing?.isComplete !== true || existing.jobs.length > 0 || last?.bodyHash === bodyHash;
  return mayBeASecond || job.references.some((reference) => last?.references.includes(reference) !== true);
}
