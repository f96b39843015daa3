import type { Credential } from './credential.ts';
import { ApiError } from './errors.ts';
import { excerptOf, send, type HttpAnswer, type HttpOptions } from './http.ts';
import { readJob, readJobPage, type Job } from './types.ts';

/** One LakeFormation instance and the credential for it. */
export interface JobsApiOptions extends HttpOptions {
  /** Scheme, host and port, without a path. */
  readonly endpoint: string;
  readonly projectId: string;
  readonly instanceId: string;
  readonly credential: Credential;
}

/** A created job, and the whole answer as text. */
export interface CreatedJob {
  readonly job: Job;
  readonly response: string;
}

/** The list is read in pages of this many jobs: the most that a page may have. */
const pageSize = 1000;
/** The largest `offset` that the list accepts. */
const maximumOffset = 1000;

/** The job operations of one instance. Each call is one request, or one a page; none is repeated. */
export class JobsApi {
  readonly #options: JobsApiOptions;
  readonly #jobsUrl: string;

  constructor(options: JobsApiOptions) {
    this.#options = options;
    const project = encodeURIComponent(options.projectId);
    const instance = encodeURIComponent(options.instanceId);
    this.#jobsUrl = `${options.endpoint}/v1/${project}/instances/${instance}/lf-jobs`;
  }

  /**
   * Creates a job: `POST …/lf-jobs` (CreateJobByInstance), with `body` as it is.
   * @throws ApiError
   */
  async create(body: string, signal: AbortSignal): Promise<CreatedJob> {
    const { credential } = this.#options;
    const answer = await send({ method: 'POST', url: this.#jobsUrl, credential, body, signal }, this.#options);
    const job = readJob(answer.json);
    if (job === undefined) throw unreadable(answer);
    return { job, response: answer.text };
  }

  /**
   * The jobs of exactly this name and type: `GET …/lf-jobs` (ListJobsByInstance). How the service reads `name_pattern`
   * is not documented, so its answer is filtered once more.
   * @throws ApiError
   */
  async named(name: string, type: string, signal: AbortSignal): Promise<readonly Job[]> {
    const { credential } = this.#options;
    const found: Job[] = [];
    for (let offset = 0; offset <= maximumOffset; offset += pageSize) {
      const query = new URLSearchParams({ type, offset: String(offset), limit: String(pageSize), name_pattern: name });
      const url = `${this.#jobsUrl}?${query.toString()}`;
      const answer = await send({ method: 'GET', url, credential, signal }, this.#options);
      const page = readJobPage(answer.json);
      if (page === undefined) throw unreadable(answer);
      found.push(...page.jobs.filter((job) => job.name === name));
      if (offset + pageSize >= page.total) break;
    }
    return found;
  }
}

function unreadable({ status, requestId, text }: HttpAnswer): ApiError {
  return new ApiError({ kind: 'unreadable', status, requestId, excerpt: excerptOf(text) });
}
