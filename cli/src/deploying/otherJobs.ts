import * as l10n from '@vscode/l10n';
import type { ListedJob } from '../../../client/src/api/run.ts';
import { withCredential } from '../../../client/src/auth/withCredential.ts';
import { failureSentence } from '../../../client/src/failures/failureSentence.ts';
import { jobTypes } from '../../../client/src/jobs/list/jobFilter.ts';
import { readWithProgress } from '../../../client/src/prompts/readWithProgress.ts';
import { readJobDocument } from '../../../client/src/submit/job.ts';
import type { PlannedJobs } from './planJobs.ts';

/** The jobs of an instance that no file has. */
export interface OtherJobs {
  readonly jobs: readonly ListedJob[];
  /** Why not all of them are known, as a sentence. */
  readonly problem?: string;
  /** Whether the service couldn't be asked. */
  readonly isFailed: boolean;
}

/** Lists the jobs of the instance that none of the files has, by their names and types. */
export async function otherJobs({ services, connection, documents }: PlannedJobs): Promise<OtherJobs> {
  const secrets = await services.secrets.values();
  const result = await withCredential(services, connection, async (credential) =>
    readWithProgress(services.prompts, l10n.t('Reading the jobs in {0}…', connection.name), async (retry) => {
      const api = services.jobRunsApi(connection, credential, secrets);
      const lists = [];
      for (const type of jobTypes) lists.push(await api.list({ type }, retry));
      return lists;
    }),
  );
  if (result.kind === 'failed') {
    return { jobs: [], problem: failureSentence(result.failure, connection, { action: 'show' }), isFailed: true };
  }
  if (result.kind === 'signedOut') return { jobs: [], isFailed: true };
  const known = new Set(documents.map(({ text }) => readJobDocument(text)).map((job) => keyOf(job?.name, job?.type)));
  const jobs = result.value.flatMap((list) => list.jobs).filter((job) => !known.has(keyOf(job.name, job.type)));
  return result.value.every(({ isComplete }) => isComplete)
    ? { jobs, isFailed: false }
    : { jobs, isFailed: false, problem: l10n.t('Only part of the job list could be read.') };
}

function keyOf(name: string | undefined, type: string | undefined): string {
  return JSON.stringify([name, type]);
}
