import { isObject, type JsonObject } from '../../../language/src/documents/value.ts';
import type { Credential } from './credential.ts';
import { get } from './get.ts';
import { instanceUrl, type InstanceAddress } from './instanceAddress.ts';
import { send, unreadable, type HttpAnswer, type HttpOptions } from './http.ts';
import { readPages, readTotal, type ListExtent } from './paging.ts';
import type { RetryOptions } from './retry.ts';
import { readJob, type Job } from './types.ts';

/** One LakeFormation instance and the credential for it. */
export interface JobsApiOptions extends HttpOptions, InstanceAddress {
  readonly credential: Credential;
}

/** A job that was created or updated. */
export interface AnsweredJob {
  readonly job: Job;
  /** Returns the whole answer as text, without secrets; `undefined` where it has none, or is too large to be shown. */
  readonly response: (() => string) | undefined;
}

/** The jobs of a name, as far as the job list could be read. */
export interface NamedJobs extends ListExtent {
  readonly jobs: readonly Job[];
}

/** The largest answer that is shown, in UTF-16 code units: to mask the secrets in a larger one would stop other tasks. */
const largestShown = 1024 * 1024;

/** The address of an instance's jobs. */
export function jobsUrl(address: InstanceAddress): string {
  return `${instanceUrl(address)}/lf-jobs`;
}

/** The address of one job of an instance. */
export function jobUrl(address: InstanceAddress, id: string): string {
  return `${jobsUrl(address)}/${encodeURIComponent(id)}`;
}

/** The job operations of one instance. What changes something is one request; a read is repeated while the service is busy. */
export class JobsApi {
  readonly #options: JobsApiOptions;
  readonly #jobsUrl: string;

  constructor(options: JobsApiOptions) {
    this.#options = options;
    this.#jobsUrl = jobsUrl(options);
  }

  /**
   * Creates a job: `POST …/lf-jobs` (CreateJobByInstance), with `body` unchanged.
   * @throws ApiError
   */
  async create(body: string, signal: AbortSignal): Promise<AnsweredJob> {
    const { credential } = this.#options;
    const answer = await send({ method: 'POST', url: this.#jobsUrl, credential, body, signal }, this.#options);
    const job = this.#read(answer.json);
    if (job === undefined) throw unreadable(answer, this.#options, 'jobId');
    return { job, response: this.#responseOf(answer) };
  }

  /**
   * Updates a job: `PUT …/lf-jobs/{job_id}` (UpdateJobByInstance), with `body` unchanged. What a success is answered
   * with isn't documented, so an answer without a job counts as one for this job.
   * @throws ApiError
   */
  async update(job: Job, body: string, signal: AbortSignal): Promise<AnsweredJob> {
    const { credential } = this.#options;
    const answer = await send({ method: 'PUT', url: this.#urlOf(job.id), credential, body, signal }, this.#options);
    const updated = this.#read(answer.json);
    if (updated?.id !== job.id && answer.text.trim() !== '') throw unreadable(answer, this.#options, 'jobId');
    return { job: updated ?? { ...job, status: undefined }, response: this.#responseOf(answer) };
  }

  /**
   * A job as the service has it, its properties unread: `GET …/lf-jobs/{job_id}` (ShowJobByInstance).
   * @throws ApiError
   */
  async show(id: string, retry: RetryOptions): Promise<JsonObject> {
    const answer = await this.#get(this.#urlOf(id), retry);
    if (!isObject(answer.json)) throw unreadable(answer, this.#options);
    return answer.json;
  }

  /**
   * The jobs of exactly this name and type: `GET …/lf-jobs` (ListJobsByInstance). How the service reads `name_pattern`
   * isn't documented, so its answer is filtered once more.
   * @throws ApiError
   */
  async named(name: string, type: string, retry: RetryOptions): Promise<NamedJobs> {
    const list = await readPages(async (page) => {
      const query = new URLSearchParams({ type, ...page, name_pattern: name });
      const answer = await this.#get(`${this.#jobsUrl}?${query.toString()}`, retry);
      const { json } = answer;
      if (!isObject(json) || !Array.isArray(json.jobs)) throw unreadable(answer, this.#options);
      return { items: json.jobs.map(readJob), size: json.jobs.length, total: readTotal(json.total) };
    });
    const jobs = list.items.filter((job) => job?.name === name).filter((job) => job !== undefined);
    // An entry without an ID or a name may be the job, too.
    const isComplete = list.isComplete && list.items.every((job) => job?.name !== undefined);
    return { jobs: distinct(jobs.map((job) => this.#redacted(job))), read: list.read, isComplete };
  }

  #read(value: unknown): Job | undefined {
    const job = readJob(value);
    return job && this.#redacted(job);
  }

  /** A job without secrets in its texts. */
  #redacted(job: Job): Job {
    const { redact } = this.#options;
    const { id, name, status } = job;
    return { id: redact(id), name: name && redact(name), status: status && redact(status) };
  }

  #responseOf({ text }: HttpAnswer): AnsweredJob['response'] {
    if (text.trim() === '' || text.length > largestShown) return undefined;
    return () => this.#options.redact(text);
  }

  async #get(url: string, retry: RetryOptions): Promise<HttpAnswer> {
    return get(url, { credential: this.#options.credential, http: this.#options, retry });
  }

  #urlOf(id: string): string {
    return jobUrl(this.#options, id);
  }
}

/** Leaves out jobs that are on two pages, since the list has changed in between. */
function distinct(jobs: readonly Job[]): Job[] {
  return [...new Map(jobs.map((job) => [job.id, job])).values()];
}
