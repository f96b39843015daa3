import { ApiError, failureOf, isTokenFailure, type Failure } from '../api/errors.ts';
import type { Credential } from '../api/credential.ts';
import type { JobRunsApi } from '../api/jobRuns.ts';
import type { ListedJob } from '../api/run.ts';
import type { Subscription } from '../auth/sessions.ts';
import type { Connection } from '../connections/connection.ts';
import type { JobReference } from './jobReference.ts';
import { instanceKey } from '../api/instanceAddress.ts';
import { isFinished, isUnderWay } from './status.ts';
import { askedWait, longestInterval, nextInterval, shortestInterval, type PollResult } from './pollInterval.ts';
import { readJobs, type FoundJob } from './readJobs.ts';

/** What is known of a watched job. */
export interface WatchedJob {
  /** `undefined` until it was read. */
  readonly job: FoundJob | undefined;
  /** When it was read, in milliseconds since 1970. */
  readonly readAt: number | undefined;
  /** Why it couldn't be read the last time. */
  readonly failure: Failure | undefined;
}

/** The requests of the watch. */
type WatchApi = Pick<JobRunsApi, 'job' | 'list'>;

/** What the watch uses. */
export interface WatchOptions {
  /** The credential of a connection; `undefined` while the user isn't signed in, or it was refused. Asks nothing. */
  readonly credential: (connection: Connection) => Promise<Credential | undefined>;
  readonly jobRunsApi: (connection: Connection, credential: Credential) => WatchApi | Promise<WatchApi>;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back after so many milliseconds; returns what cancels that. */
  readonly schedule: (milliseconds: number, callback: () => void) => () => void;
  /** Called when the service refuses the credential of a connection. From then on, there is no credential. */
  readonly onRefused: (connection: Connection, failure: Failure) => void;
}

interface Watched {
  readonly reference: JobReference;
  /** Who watches it, each by the connection that it is watched in. */
  readonly listeners: Map<() => void, Connection>;
  known: WatchedJob;
  /** The last run before one was started that the service may not show yet. */
  runBefore: ListedJob | undefined;
}

/** The jobs of one instance that are watched, in whichever connections. */
interface Group {
  readonly key: string;
  readonly jobs: Map<string, Watched>;
  interval: number;
  /** The wait that the service asked for last, in milliseconds, and when. */
  askedWait: number;
  askedAt: number;
  /** Whether the window has become active since the last poll. */
  isResumed: boolean;
  cancelTimer: (() => void) | undefined;
  /** The poll that runs. */
  polling: Promise<void> | undefined;
}

const unknown: WatchedJob = { job: undefined, readAt: undefined, failure: undefined };

/**
 * The one that polls: keeps the state of the jobs that someone watches, by one request for all of an instance that have the
 * same type. It pauses while the window isn't active and while the user isn't signed in, and stops at jobs that have finished.
 */
export class JobWatch {
  readonly #options: WatchOptions;
  readonly #groups = new Map<string, Group>();
  #isActive = true;
  #stop = new AbortController();

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /**
   * Watches a job until the subscription is disposed; `listener` is called when more is known of it.
   * @param job the job as it was read just now, if it was
   */
  watch(reference: JobReference, listener: () => void, job?: ListedJob): Subscription {
    const group = this.#groupOf(reference.connection);
    const watched = group.jobs.get(reference.id) ?? {
      reference,
      listeners: new Map<() => void, Connection>(),
      known: unknown,
      runBefore: undefined,
    };
    if (job) this.#update(watched, { job, readAt: this.#options.now(), failure: undefined });
    const entry = (): void => listener();
    watched.listeners.set(entry, reference.connection);
    group.jobs.set(reference.id, watched);
    if (watched.known.job === undefined) this.#pollSoon(group, 0);
    else if (group.cancelTimer === undefined && group.polling === undefined && isUnfinished(watched)) {
      this.#pollSoon(group, group.interval);
    }
    return {
      dispose: () => {
        if (!watched.listeners.delete(entry) || watched.listeners.size > 0) return;
        group.jobs.delete(reference.id);
        if (group.jobs.size === 0) this.#end(group);
      },
    };
  }

  /** Returns what is known of a job; nothing of one that isn't watched. */
  known({ connection, id }: Pick<JobReference, 'connection' | 'id'>): WatchedJob {
    return this.#groups.get(instanceKey(connection))?.jobs.get(id)?.known ?? unknown;
  }

  /** Polls a job that was started until it shows a run that it didn't have before. @param before the job before that */
  expectRun({ connection, id }: JobReference, before: ListedJob): void {
    const group = this.#groups.get(instanceKey(connection));
    const watched = group?.jobs.get(id);
    if (group === undefined || watched === undefined) return;
    watched.runBefore = before;
    group.interval = shortestInterval;
    this.#pollSoon(group, 0);
  }

  /** Whether a run that was started isn't shown by the service yet. */
  expectsRun({ connection, id }: Pick<JobReference, 'connection' | 'id'>): boolean {
    return this.#groups.get(instanceKey(connection))?.jobs.get(id)?.runBefore !== undefined;
  }

  /** Reads all watched jobs of a connection now, also those that have finished. */
  async refresh(connection: Connection): Promise<void> {
    const group = this.#groups.get(instanceKey(connection));
    if (group) await this.#poll(group, [...group.jobs.values()]);
  }

  /**
   * Pauses polling while the window isn't active, and polls at once when it becomes active again: also jobs that had finished, as
   * a schedule or somebody else may have started them since.
   */
  setActive(isActive: boolean): void {
    if (this.#isActive === isActive) return;
    this.#isActive = isActive;
    for (const group of this.#groups.values()) {
      group.isResumed = isActive;
      if (isActive) this.#pollSoon(group, 0);
      else this.#cancel(group);
    }
  }

  /** Goes on where there was no credential. */
  resume(): void {
    for (const group of this.#groups.values()) if (this.#isActive) this.#pollSoon(group, 0);
  }

  dispose(): void {
    this.#stop.abort();
    for (const group of [...this.#groups.values()]) this.#end(group);
  }

  #groupOf(connection: Connection): Group {
    const key = instanceKey(connection);
    const group = this.#groups.get(key) ?? {
      key,
      jobs: new Map<string, Watched>(),
      interval: shortestInterval,
      askedWait: 0,
      askedAt: 0,
      isResumed: false,
      cancelTimer: undefined,
      polling: undefined,
    };
    this.#groups.set(key, group);
    return group;
  }

  #pollSoon(group: Group, milliseconds: number): void {
    this.#cancel(group);
    if (!this.#isActive) return;
    // The service asked for this wait, whoever wants to know more. A clock that was set back doesn't make it longer.
    const asked = Math.min(group.askedWait, group.askedAt + group.askedWait - this.#options.now());
    group.cancelTimer = this.#options.schedule(Math.max(milliseconds, asked), () => {
      group.cancelTimer = undefined;
      const old = group.isResumed ? readBefore(group, this.#options.now() - longestInterval) : [];
      group.isResumed = false;
      void this.#poll(group, withSameType(group, [...unfinished(group), ...old]));
    });
  }

  async #poll(group: Group, jobs: readonly Watched[]): Promise<void> {
    // A poll that runs may have left out what this one is about.
    await group.polling;
    this.#cancel(group);
    if (jobs.length === 0 || this.#stop.signal.aborted) return;
    group.polling = this.#read(group, jobs).finally(() => (group.polling = undefined));
    await group.polling;
  }

  async #read(group: Group, jobs: readonly Watched[]): Promise<void> {
    const { jobRunsApi, onRefused } = this.#options;
    const signedIn = await this.#signedIn(group);
    // It goes on when the user has signed in.
    if (signedIn === undefined) return;
    const { connection, credential } = signedIn;
    const result = await this.#results(jobs, await jobRunsApi(connection, credential));
    if (result.kind === 'failed' && isTokenFailure(result.failure)) {
      onRefused(connection, result.failure);
      return;
    }
    group.interval = nextInterval(group.interval, result);
    group.askedWait = askedWait(result);
    group.askedAt = this.#options.now();
    if (unfinished(group).length > 0 && this.#isGroup(group)) this.#pollSoon(group, group.interval);
  }

  /** Returns a connection to the instance that has a credential, of those that its jobs are watched in. */
  async #signedIn({
    jobs,
  }: Group): Promise<{ readonly connection: Connection; readonly credential: Credential } | undefined> {
    const watching = [...jobs.values()].flatMap(({ listeners }) => [...listeners.values()]);
    for (const connection of new Map(watching.map((one) => [one.name, one])).values()) {
      const credential = await this.#options.credential(connection);
      if (credential) return { connection, credential };
    }
    return undefined;
  }

  async #results(jobs: readonly Watched[], api: Pick<JobRunsApi, 'job' | 'list'>): Promise<PollResult> {
    const references = jobs.map(({ reference }) => reference);
    try {
      const found = await readJobs(api, references, { signal: this.#stop.signal });
      const readAt = this.#options.now();
      const changes = jobs.map((watched) =>
        this.#update(watched, { job: found.get(watched.reference.id), readAt, failure: undefined }),
      );
      return { kind: changes.includes(true) ? 'changed' : 'unchanged' };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const failure = failureOf(error);
      for (const watched of jobs) this.#update(watched, { ...watched.known, failure });
      return { kind: 'failed', failure };
    }
  }

  /** @returns whether the job's own state has changed */
  #update(watched: Watched, known: WatchedJob): boolean {
    const { job, failure } = watched.known;
    const isChanged = JSON.stringify(job) !== JSON.stringify(known.job);
    watched.known = known;
    if (watched.runBefore && isOtherRun(watched.runBefore, known.job)) watched.runBefore = undefined;
    if (isChanged || failure !== known.failure) for (const listener of [...watched.listeners.keys()]) listener();
    return isChanged;
  }

  #isGroup(group: Group): boolean {
    return this.#groups.get(group.key) === group;
  }

  #end(group: Group): void {
    this.#cancel(group);
    // Another one may have been begun since.
    if (this.#isGroup(group)) this.#groups.delete(group.key);
  }

  #cancel(group: Group): void {
    group.cancelTimer?.();
    group.cancelTimer = undefined;
  }
}

function unfinished({ jobs }: Group): readonly Watched[] {
  return [...jobs.values()].filter(isUnfinished);
}

function readBefore({ jobs }: Group, moment: number): readonly Watched[] {
  return [...jobs.values()].filter(({ known }) => known.job !== 'gone' && (known.readAt ?? 0) < moment);
}

function isUnfinished({ known: { job }, runBefore }: Watched): boolean {
  return job === undefined || (job !== 'gone' && (runBefore !== undefined || !isFinished(job.status)));
}

/** Adds the jobs that the requests for some return, too: those that have the same types. */
function withSameType({ jobs }: Group, some: readonly Watched[]): readonly Watched[] {
  const types = new Set(some.map(({ reference }) => reference.type));
  return [...jobs.values()].filter(({ reference, known }) => known.job !== 'gone' && types.has(reference.type));
}

/** Whether a job shows another run, or has been deleted. A run that failed before it began may have no time. */
function isOtherRun(before: ListedJob, job: FoundJob | undefined): boolean {
  if (job === undefined || job === 'gone') return job === 'gone';
  return isUnderWay(job.status) || job.startedAt !== before.startedAt || job.status !== before.status;
}
