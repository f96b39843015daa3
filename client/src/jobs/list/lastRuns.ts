import { secretsOf } from '../../api/credential.ts';
import { ApiError, failureOf, isTokenFailure } from '../../api/errors.ts';
import { failureSentence } from '../../failures/failureSentence.ts';
import type { Services } from '../../services.ts';
import { jobSecrets, type JobSecretsServices } from '../jobSecrets.ts';
import type { JobNode, MessageNode, RunNode } from './jobNodes.ts';
import { runRows } from './jobRows.ts';

type LastRunsServices = JobSecretsServices &
  Pick<Services, 'acceptedCredential' | 'jobRunsApi' | 'sessions' | 'usableConnections'>;

type Rows = readonly (RunNode | MessageNode)[];

/** As many of a job's runs are shown. */
const mostRuns = 5;

/** The last runs of jobs, kept for as long as the state of a job is the same. */
export class LastRuns {
  readonly #services: LastRunsServices;
  readonly #read = new Map<string, { readonly state: string; readonly rows: Rows }>();
  #stop = new AbortController();

  constructor(services: LastRunsServices) {
    this.#services = services;
  }

  /** Returns the rows of a job's last runs, or why they can't be read; none while the user isn't signed in. */
  async of(node: JobNode): Promise<Rows> {
    const key = JSON.stringify([node.connection, node.id]);
    const state = JSON.stringify([node.job.status, node.job.startedAt, node.job.endedAt]);
    const known = this.#read.get(key);
    if (known?.state === state) return known.rows;
    const { signal } = this.#stop;
    const { usableConnections, acceptedCredential, jobRunsApi, sessions } = this.#services;
    const connection = usableConnections().find(({ name }) => name === node.connection);
    const credential = connection && (await acceptedCredential(connection));
    if (connection === undefined || credential === undefined) return [];
    const secrets = [...secretsOf(credential), ...(await jobSecrets(this.#services, { connection, id: node.id }))];
    try {
      const api = jobRunsApi(connection, credential, secrets);
      const { items, total } = await api.history(node.id, { offset: 0, limit: mostRuns }, { signal });
      const rows = runRows(node, items, total);
      if (!signal.aborted) this.#read.set(key, { state, rows });
      return rows;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const failure = failureOf(error);
      if (isTokenFailure(failure)) sessions.setRefused(connection, true);
      const label = failureSentence(failure, connection, { action: 'show' });
      return [{ kind: 'message', id: `runs:${node.connection}:${node.id}`, label, icon: 'error' }];
    }
  }

  /** Has all runs read again. */
  clear(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#read.clear();
  }
}
