import { ApiError, failureOf, isTokenFailure, type Failure } from '../../api/errors.ts';
import type { Credential } from '../../api/credential.ts';
import type { JobRunsApi } from '../../api/jobRuns.ts';
import { nextRange, sameRanges, type PageRange } from '../../api/paging.ts';
import type { ListedJob } from '../../api/run.ts';
import type { Subscription } from '../../auth/sessions.ts';
import type { Connection } from '../../connections/connection.ts';
import type { Services } from '../../services.ts';
import type { JobReference } from '../../watch/jobReference.ts';
import { isUnderWay } from '../../watch/status.ts';
import { jobTypes, type JobFilter } from './jobFilter.ts';
import { noPages, unlisted, withPage, type TypePages } from './typePages.ts';

/** What a list of jobs uses. */
export interface JobListOptions extends Pick<Services, 'jobWatch' | 'now'> {
  /** The credential of the connection; `undefined` while the user isn't signed in, or it was refused. Asks nothing. */
  readonly credential: () => Promise<Credential | undefined>;
  readonly jobRunsApi: (credential: Credential) => Promise<JobRunsApi>;
  /** Called when the service refuses the credential. From then on, there is none. */
  readonly onRefused: () => void;
  /** Called when the list has changed. */
  readonly onDidChange: () => void;
}

/** Whether a list could be read. */
export type ListState =
  | { readonly kind: 'unread' | 'reading' | 'read' | 'signedOut' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What the jobs of a connection are, as far as they were read. */
export interface ListedNow {
  readonly state: ListState;
  /** Those that run first, then the last active one. */
  readonly jobs: readonly ListedJob[];
  /** Whether there are more that can be read. */
  readonly hasMore: boolean;
  /** How many there are that the service doesn't list. */
  readonly unlisted: number;
}

/** The jobs of one connection: read page by page for each type, and watched while they are in sight. */
export class JobList {
  readonly connection: Connection;
  readonly #options: JobListOptions;
  #filter: JobFilter = {};
  #pages: readonly TypePages[] = [];
  #state: ListState = { kind: 'unread' };
  #readAt: number | undefined;
  #isWatched = false;
  readonly #watches = new Map<string, Subscription>();
  #stop = new AbortController();

  constructor(connection: Connection, options: JobListOptions) {
    this.connection = connection;
    this.#options = options;
  }

  /** The list, as known now. */
  get now(): ListedNow {
    return {
      state: this.#state,
      jobs: this.#jobs().sort(byActivity),
      hasMore: this.#pages.some(({ isEnd }) => !isEnd),
      unlisted: this.#pages.reduce((sum, pages) => sum + unlisted(pages), 0),
    };
  }

  /** When it was read last, in milliseconds since 1970; `undefined` where it wasn't. */
  get readAt(): number | undefined {
    return this.#readAt;
  }

  /** Lets what was read count as older than any list may be. */
  outdate(): void {
    if (this.#readAt !== undefined) this.#readAt = 0;
  }

  /** Lists other jobs, from the first page on. */
  async setFilter(filter: JobFilter): Promise<void> {
    this.#filter = filter;
    this.#pages = [];
    this.#endWatches();
    await this.refresh();
  }

  /** Reads what was read before again; the first page of each type where nothing was. */
  async refresh(): Promise<void> {
    const types = jobTypes.filter((type) => (this.#filter.type ?? type) === type);
    const before = types.map((type) => this.#pages.find((pages) => pages.type === type) ?? noPages(type));
    await this.#read(before, (pages) => ({ start: noPages(pages.type), ranges: sameRanges(pages.read) }));
  }

  /** Reads the next page of each type that has one. */
  async loadMore(): Promise<void> {
    await this.#read(this.#pages, (pages) => ({ start: pages, ranges: pages.isEnd ? [] : [nextRange(pages.read)] }));
  }

  /** Watches the states of the jobs while they are in sight. */
  setWatched(isWatched: boolean): void {
    this.#isWatched = isWatched;
    if (isWatched) this.#watchJobs('known');
    else this.#endWatches();
  }

  dispose(): void {
    this.#stop.abort();
    this.#endWatches();
  }

  async #read(
    before: readonly TypePages[],
    requestsFor: (pages: TypePages) => { readonly start: TypePages; readonly ranges: readonly PageRange[] },
  ): Promise<void> {
    // What is read for another filter counts no more.
    this.#stop.abort();
    const { signal } = (this.#stop = new AbortController());
    const isOutdated = (): boolean => signal.aborted;
    const { credential: credentialOf, jobRunsApi, onRefused, onDidChange, now } = this.#options;
    this.#state = { kind: 'reading' };
    onDidChange();
    const { status, name } = this.#filter;
    try {
      const credential = await credentialOf();
      if (isOutdated()) return;
      if (credential === undefined) {
        this.#pages = [];
        this.#endWatches();
        this.#state = { kind: 'signedOut' };
        return;
      }
      const api = await jobRunsApi(credential);
      const pages = await Promise.all(
        before.map(async (one) => {
          const { start, ranges } = requestsFor(one);
          let read = start;
          for (const range of ranges) {
            if (read.isEnd) break;
            read = withPage(read, await api.page({ type: one.type, status, name }, range, { signal }));
          }
          return read;
        }),
      );
      if (isOutdated()) return;
      this.#pages = pages;
      this.#state = { kind: 'read' };
      this.#readAt = now();
      if (this.#isWatched) this.#watchJobs('read');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (isOutdated()) return;
      const failure = failureOf(error);
      this.#state = { kind: 'failed', failure };
      if (isTokenFailure(failure)) onRefused();
    } finally {
      if (!isOutdated()) onDidChange();
    }
  }

  /** The jobs with what the watch knows of them. */
  #jobs(): ListedJob[] {
    return this.#pages
      .flatMap(({ jobs }) => jobs)
      .flatMap((job) => {
        const { job: known } = this.#options.jobWatch.known({ connection: this.connection, id: job.id });
        if (known === 'gone') return [];
        return [known ?? job];
      });
  }

  /** @param state whether the jobs were read just now; what the watch knows is newer than what was read before */
  #watchJobs(state: 'read' | 'known'): void {
    const jobs = new Map(this.#pages.flatMap((pages) => pages.jobs.map((job) => [job.id, { job, type: pages.type }])));
    for (const [id, subscription] of this.#watches) {
      if (jobs.has(id)) continue;
      subscription.dispose();
      this.#watches.delete(id);
    }
    for (const [id, { job, type }] of jobs) {
      const reference: JobReference = { connection: this.connection, id, name: job.name ?? id, type };
      const before = this.#watches.get(id);
      if (before !== undefined && state === 'known') continue;
      const read = state === 'read' ? job : undefined;
      this.#watches.set(id, this.#options.jobWatch.watch(reference, this.#options.onDidChange, read));
      before?.dispose();
    }
  }

  #endWatches(): void {
    for (const subscription of this.#watches.values()) subscription.dispose();
    this.#watches.clear();
  }
}

/** Orders jobs: those that run come first, then the last active one. */
function byActivity(left: ListedJob, right: ListedJob): number {
  const [leftRuns, rightRuns] = [isUnderWay(left.status), isUnderWay(right.status)];
  return leftRuns === rightRuns ? lastActivity(right) - lastActivity(left) : leftRuns ? -1 : 1;
}

/** When a job was active last, in milliseconds since 1970. */
export function lastActivity({ startedAt, endedAt, createdAt }: ListedJob): number {
  return Math.max(startedAt ?? 0, endedAt ?? 0, createdAt ?? 0);
}
