import { jobDetails } from '../jobs/remote/jobDetails.ts';
import { readRemoteJob, type ReadRemoteJobServices } from '../jobs/remote/readRemoteJob.ts';
import { readableJobText } from '../jobs/remote/remoteTexts.ts';
import { redaction } from '../redaction/redaction.ts';
import type { Services } from '../services.ts';
import type { JobReference } from '../watch/jobReference.ts';
import type { JobOfServices } from './jobOf.ts';
import { withJob } from './withJob.ts';

/** A job of the service in the form that is shown, without secrets. */
export interface ShownRemoteJob {
  readonly reference: JobReference;
  readonly text: string;
  /** What the service adds to the job, a line each. */
  readonly details: readonly string[];
}

/** What Open Job uses. */
export interface OpenJobServices extends ReadRemoteJobServices, JobOfServices, Pick<Services, 'isTrusted' | 'now'> {
  readonly showRemoteJob: (job: ShownRemoteJob) => Promise<void>;
}

/** Open Job: shows the job of a document, or one of the jobs view, as the service has it. */
export function openJob(services: OpenJobServices): (target?: unknown) => Promise<void> {
  return withJob(services, async (reference) => {
    const remote = await readRemoteJob(services, reference);
    if (remote === undefined) return;
    const details = jobDetails(remote, services.now()).map(redaction(remote.secrets));
    await services.showRemoteJob({ reference: remote.reference, text: readableJobText(remote), details });
  });
}
