import { randomUUID } from 'node:crypto';

/** The statuses of a job (2024 edition). */
export type JobStatus = 'CREATED' | 'SUBMITTED' | 'RUNNING' | 'SUCCESS' | 'FAILED' | 'STOPPED';

/** A job as the service keeps it. */
export interface StoredJob {
  readonly id: string;
  name: string;
  readonly type: string;
  description: unknown;
  parameter: unknown;
  readonly createTime: string;
  startTime: string | undefined;
  status: JobStatus;
  readonly runs: { readonly startTime: string; status: JobStatus }[];
}

/** The jobs of the instance: the only owner of their state. */
export class Jobs {
  readonly #jobs = new Map<string, StoredJob>();

  get all(): readonly StoredJob[] {
    return [...this.#jobs.values()];
  }

  get(id: string): StoredJob | undefined {
    return this.#jobs.get(id);
  }

  create(job: {
    readonly name: string;
    readonly type: string;
    readonly description: unknown;
    readonly parameter: unknown;
  }): StoredJob {
    const stored: StoredJob = {
      ...job,
      id: randomUUID(),
      createTime: new Date().toISOString(),
      startTime: undefined,
      status: 'CREATED',
      runs: [],
    };
    this.#jobs.set(stored.id, stored);
    return stored;
  }

  delete(id: string): void {
    this.#jobs.delete(id);
  }

  clear(): void {
    this.#jobs.clear();
  }

  start(job: StoredJob): void {
    job.startTime = new Date().toISOString();
    job.status = 'RUNNING';
    job.runs.push({ startTime: job.startTime, status: 'RUNNING' });
  }

  /** Ends the run that is under way: stopped by a user, or as the test says. */
  end(job: StoredJob, status: JobStatus): void {
    job.status = status;
    const run = job.runs.at(-1);
    if (run) run.status = status;
  }
}
