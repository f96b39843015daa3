import * as l10n from '@vscode/l10n';
import { concurrently } from '../../api/concurrently.ts';
import type { Credential } from '../../api/credential.ts';
import type { JobsApi } from '../../api/jobs.ts';
import type { Job } from '../../api/types.ts';
import type { SignInServices } from '../../auth/signInServices.ts';
import { withCredential } from '../../auth/withCredential.ts';
import type { Connection } from '../../connections/connection.ts';
import { failureSentence } from '../../failures/failureSentence.ts';
import { NotReadyError } from '../../failures/notReadyError.ts';
import { withinProgress, type ProgressPrompts } from '../../prompts/withinProgress.ts';
import type { Services } from '../../services.ts';
import { planOf, type Target } from '../review/plan.ts';
import { prerequisiteWarnings } from '../review/prerequisiteWarnings.ts';
import { readSituation } from '../review/situation.ts';
import type { Situation } from '../submission.ts';
import { notReady, type Entry, type NotReady, type Prepared } from './entry.ts';

/** The services that planning uses. */
export type PlanServices = SignInServices &
  Pick<Services, 'agreedDestinations' | 'history' | 'jobLinks' | 'jobsApi' | 'looksUp' | 'prerequisites' | 'prompts'>;

/**
 * Compares several documents with the jobs that exist.
 * @returns the entries in their order; `undefined` when the user cancels
 */
export async function planBatch(
  services: PlanServices,
  entries: readonly (Prepared | NotReady)[],
): Promise<readonly Entry[] | undefined> {
  const prepared = entries.filter((entry) => entry.kind === 'prepared');
  const planned = new Map<Prepared, Entry>();
  const connections = new Map(prepared.map(({ submission: { connection } }) => [connection.name, connection]));
  for (const connection of connections.values()) {
    const group = prepared.filter(({ submission }) => submission.connection.name === connection.name);
    if (!(await planGroup(services, connection, group, planned))) return undefined;
  }
  return entries.flatMap((entry) => (entry.kind === 'prepared' ? (planned.get(entry) ?? []) : entry));
}

/** Compares the documents of one connection. Returns whether to go on: not when the user cancels. */
async function planGroup(
  services: PlanServices,
  connection: Connection,
  group: readonly Prepared[],
  planned: Map<Prepared, Entry>,
): Promise<boolean> {
  const title = l10n.t('Comparing jobs with the service ({0})…', group.length);
  const result = await withCredential(services, connection, async (credential) =>
    services.prompts.progress(title, async (signal, report) => {
      await concurrently(group, async (entry) => {
        const api = services.jobsApi(connection, credential, entry.submission.job.secrets);
        planned.set(entry, await planEntry(services, withinProgress(signal, report), entry, api, credential));
      });
    }),
  );
  if (result.kind !== 'failed') return result.kind === 'completed';
  if (result.failure.kind === 'canceled') return false;
  // What keeps one job from being compared keeps the others of its instance, too.
  const reason = failureSentence(result.failure, connection);
  for (const entry of group) if (!planned.has(entry)) planned.set(entry, notReady(entry.path, reason));
  return true;
}

async function planEntry(
  services: PlanServices,
  prompts: ProgressPrompts,
  { path, submission }: Prepared,
  api: JobsApi,
  credential: Credential,
): Promise<Entry> {
  const { history, jobLinks, agreedDestinations } = services;
  try {
    const situation = await readSituation({ prompts, history, jobLinks }, submission, api);
    const plan = await planOf(prompts, submission, api, targetIn(situation), situation.last);
    const destinations = await agreedDestinations.review(submission.connection, submission.destinations);
    const missing =
      plan.kind === 'unchanged' ? [] : await prerequisiteWarnings(services, prompts, submission, credential);
    return { kind: 'planned', path, submission, situation, plan, destinations, missing };
  } catch (error) {
    if (error instanceof NotReadyError) return notReady(path, error.message);
    throw error;
  }
}

/**
 * Returns the job that a document would update. Of several with its name, that is the one that it became.
 * @throws NotReadyError where that isn't known
 */
function targetIn({ existing, last }: Situation): Target {
  const jobs: readonly Job[] = existing?.jobs ?? [];
  if (jobs.length < 2) return jobs[0] ?? 'another';
  const own = jobs.find(({ id }) => id === last?.jobId);
  if (own) return own;
  throw new NotReadyError(
    l10n.t('Not submitted: {0} jobs have this name. Submit the document by itself to select one.', jobs.length),
  );
}
