import { isObject, type JsonObject } from '../../../language/src/documents/value.ts';
import { get } from './get.ts';
import { send, unreadable, type HttpAnswer } from './http.ts';
import { jobsUrl, jobUrl, type JobsApiOptions } from './jobs.ts';
import { readPages, readTotal, type ListExtent, type Page, type PageRange } from './paging.ts';
import type { RetryOptions } from './retry.ts';
import { readListedJob, readRun, type ListedJob, type Run } from './run.ts';

/** Which jobs of an instance are listed. */
export interface JobQuery {
  readonly type: string;
  /** A part of the name; how the service reads it isn't documented. */
  readonly name?: string | undefined;
  readonly status?: string | undefined;
}

/** The jobs of a query, as far as the list could be read. */
export interface ListedJobs extends ListExtent {
  readonly jobs: readonly ListedJob[];
}

/** A job and its definition. */
export interface ShownJob {
  readonly job: ListedJob;
  /** As the service returns it, unread and with its secrets, if it returns any. */
  readonly definition: JsonObject;
}

/** The runs of jobs in one instance, and the list that shows them. What changes something is one request. */
export class JobRunsApi {
  readonly #options: JobsApiOptions;

  constructor(options: JobsApiOptions) {
    this.#options = options;
  }

  /**
   * Starts a job: `POST …/lf-jobs/{job_id}/start` (StartJobByInstance). Any 2xx is a success: the reference has no code.
   * @throws ApiError
   */
  async start(id: string, signal: AbortSignal): Promise<void> {
    await this.#change('POST', `${jobUrl(this.#options, id)}/start`, signal);
  }

  /**
   * Stops a job: `POST …/lf-jobs/{job_id}/stop` (StopJobByInstance).
   * @throws ApiError
   */
  async stop(id: string, signal: AbortSignal): Promise<void> {
    await this.#change('POST', `${jobUrl(this.#options, id)}/stop`, signal);
  }

  /**
   * Deletes a job: `DELETE …/lf-jobs/{job_id}` (DeleteJobByInstance).
   * @throws ApiError
   */
  async delete(id: string, signal: AbortSignal): Promise<void> {
    await this.#change('DELETE', jobUrl(this.#options, id), signal);
  }

  /**
   * The text of a job's log, as it came, with the secrets that are in it: `GET …/lf-jobs/{job_id}/log` (ShowJobLogByInstance).
   * @throws ApiError
   */
  async log(id: string, retry: RetryOptions): Promise<string> {
    const answer = await this.#get(`${jobUrl(this.#options, id)}/log`, retry);
    const { json } = answer;
    if (!isObject(json) || (typeof json.log !== 'string' && json.log !== null)) throw unreadable(answer, this.#options);
    return json.log ?? '';
  }

  /**
   * A page of the runs of a job: `GET …/lf-jobs/{job_id}/history` (ShowJobHistoryByInstance).
   * @throws ApiError
   */
  async history(id: string, range: PageRange, retry: RetryOptions): Promise<Page<Run>> {
    const answer = await this.#get(`${jobUrl(this.#options, id)}/history?${queryOf({ ...range })}`, retry);
    const { json } = answer;
    if (!isObject(json) || !Array.isArray(json.jobs)) throw unreadable(answer, this.#options);
    const runs = json.jobs.slice(0, range.limit).map((run) => readRun(run, this.#options));
    return { items: runs.filter((run) => run !== undefined), size: json.jobs.length, total: readTotal(json.total) };
  }

  /**
   * One job with what it has of its last run: `GET …/lf-jobs/{job_id}` (ShowJobByInstance).
   * @throws ApiError
   */
  async job(id: string, retry: RetryOptions): Promise<ListedJob> {
    return (await this.shown(id, retry)).job;
  }

  /**
   * The same, with its definition.
   * @throws ApiError
   */
  async shown(id: string, retry: RetryOptions): Promise<ShownJob> {
    const answer = await this.#get(jobUrl(this.#options, id), retry);
    const job = readListedJob(answer.json, this.#options);
    if (job?.id !== id || !isObject(answer.json)) throw unreadable(answer, this.#options, 'jobId');
    return { job, definition: answer.json };
  }

  /**
   * A page of the jobs of an instance: `GET …/lf-jobs` (ListJobsByInstance).
   * @throws ApiError
   */
  async page({ type, name, status }: JobQuery, range: PageRange, retry: RetryOptions): Promise<Page<ListedJob>> {
    const query = queryOf({ type, ...range, ...(name && { name_pattern: name }), ...(status && { status }) });
    const answer = await this.#get(`${jobsUrl(this.#options)}?${query}`, retry);
    const { json } = answer;
    if (!isObject(json) || !Array.isArray(json.jobs)) throw unreadable(answer, this.#options);
    const jobs = json.jobs.slice(0, range.limit).map((job) => readListedJob(job, this.#options));
    return { items: jobs.filter((job) => job !== undefined), size: json.jobs.length, total: readTotal(json.total) };
  }

  /**
   * All jobs of a query, as far as the service lists them.
   * @throws ApiError
   */
  async list(query: JobQuery, retry: RetryOptions): Promise<ListedJobs> {
    const { items, read, isComplete } = await readPages(async ({ offset, limit }) =>
      this.page(query, { offset: Number(offset), limit: Number(limit) }, retry),
    );
    return { jobs: [...new Map(items.map((job) => [job.id, job])).values()], read, isComplete };
  }

  async #get(url: string, retry: RetryOptions): Promise<HttpAnswer> {
    return get(url, { credential: this.#options.credential, http: this.#options, retry });
  }

  /** Any body is a success, but for a page: that comes from something in between, which may have sent nothing on. */
  async #change(method: 'POST' | 'DELETE', url: string, signal: AbortSignal): Promise<void> {
    const { credential } = this.#options;
    const answer = await send({ method, url, credential, signal }, this.#options);
    if (answer.text.trimStart().startsWith('<')) throw unreadable(answer, this.#options);
  }
}

function queryOf(parameters: Readonly<Record<string, string | number>>): string {
  return new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
}
