import { randomUUID } from 'node:crypto';

/** The statuses that the list and the history can be filtered by (ListJobsByInstance, ShowJobHistoryByInstance). */
export const filterStatuses = [
  'CREATED',
  'SUBMITTED',
  'RUNNING',
  'SUCCESS',
  'FAILED',
  'STOPPED',
  'PARTIAL_SUCCESS',
] as const;

/** The statuses of a job; a frozen instance has the last two. */
export type JobStatus = (typeof filterStatuses)[number] | 'FROZEN_RELEASABLE' | 'FROZEN_UNRELEASABLE';

/** How a run can end. */
export type RunEnd = 'SUCCESS' | 'FAILED' | 'STOPPED' | 'PARTIAL_SUCCESS';

/** One execution of a job; the times are ISO 8601 in UTC, with milliseconds. */
export interface Run {
  readonly startTime: string;
  readonly endTime: string | undefined;
  readonly status: JobStatus;
  /** What the log has between its beginning and its end. */
  readonly log: string;
  /** What the log contains about its end. */
  readonly message: string | undefined;
}

/** What a user specifies for a job. */
export interface JobDefinition {
  readonly name: string;
  readonly description: unknown;
  /** As it was sent, with its secrets. */
  readonly parameter: unknown;
}

/** A job as the service keeps it. It never changes: a change makes a new one of the same id. */
export interface StoredJob extends JobDefinition {
  readonly id: string;
  readonly type: string;
  readonly createTime: string;
  readonly status: JobStatus;
  /** The oldest first. */
  readonly runs: readonly Run[];
}

/** The jobs of the instance: the only owner of their state. */
export class Jobs {
  readonly #jobs = new Map<string, StoredJob>();

  /** In the order they were created. */
  get all(): readonly StoredJob[] {
    return [...this.#jobs.values()];
  }

  get(id: string): StoredJob | undefined {
    return this.#jobs.get(id);
  }

  create(definition: JobDefinition & { readonly type: string }): StoredJob {
    return this.#keep({
      ...definition,
      id: randomUUID(),
      createTime: new Date().toISOString(),
      status: 'CREATED',
      runs: [],
    });
  }

  update(job: StoredJob, definition: JobDefinition): StoredJob {
    return this.#keep({ ...job, ...definition });
  }

  delete({ id }: StoredJob): void {
    this.#jobs.delete(id);
  }

  clear(): void {
    this.#jobs.clear();
  }

  /** Begins a run. */
  start(job: StoredJob): StoredJob {
    const startTime = new Date().toISOString();
    const run: Run = { startTime, endTime: undefined, status: 'RUNNING', log: '', message: undefined };
    return this.#keep({ ...job, status: run.status, runs: [...job.runs, run] });
  }

  /** Submits a run that hasn't begun: it has no time and no log yet. */
  submit(job: StoredJob): StoredJob {
    return this.setStatus(job, 'SUBMITTED');
  }

  /** Adds a text to the log of the last run. */
  addToLog(job: StoredJob, text: string): StoredJob {
    const run = job.runs.at(-1);
    if (run === undefined) throw new Error('The job has no run.');
    return this.#keep({ ...job, runs: [...job.runs.slice(0, -1), { ...run, log: `${run.log}${text}` }] });
  }

  /** Ends the run that is under way: a user stopped it, or it ends as a test determines, with a message for the log. */
  end(job: StoredJob, status: RunEnd, message?: string): StoredJob {
    const run = job.runs.at(-1);
    const ended = run && { ...run, endTime: new Date().toISOString(), status, message };
    return this.#keep({ ...job, status, runs: [...job.runs.slice(0, -1), ...(ended ? [ended] : [])] });
  }

  /** Gives a job a status that no operation leads to, such as SUBMITTED. */
  setStatus(job: StoredJob, status: JobStatus): StoredJob {
    return this.#keep({ ...job, status });
  }

  #keep(job: StoredJob): StoredJob {
    this.#jobs.set(job.id, job);
    return job;
  }
}
