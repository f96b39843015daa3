import { beforeEach, describe, expect, test } from 'vitest';
import { ApiError, type Failure } from '../../../../client/src/api/errors.ts';
import type { JobQuery, JobRunsApi, ListedJobs } from '../../../../client/src/api/jobRuns.ts';
import type { ListedJob } from '../../../../client/src/api/run.ts';
import type { JobReference } from '../../../../client/src/watch/jobReference.ts';
import { JobWatch } from '../../../../client/src/watch/jobWatch.ts';
import { Clock } from '../../../support/clock.ts';
import { dev } from '../../../support/connections.ts';

/** A service with jobs that a test sets, and what it was asked. */
class Service {
  readonly jobs = new Map<string, ListedJob>();
  readonly requests: string[] = [];
  failure: Failure | undefined;

  readonly api: Pick<JobRunsApi, 'job' | 'list'> = {
    list: async ({ type, name }: JobQuery): Promise<ListedJobs> => {
      this.#record(name === undefined ? `list ${type}` : `list ${type} ${name}`);
      const jobs = [...this.jobs.values()].filter((job) => job.type === type && (name ?? job.name) === job.name);
      return Promise.resolve({ jobs, read: jobs.length, isComplete: true });
    },
    job: async (id: string): Promise<ListedJob> => {
      this.#record(`show ${id}`);
      const job = this.jobs.get(id);
      if (job === undefined) throw new ApiError({ kind: 'rejected', status: 404, body: {} });
      return Promise.resolve(job);
    },
  };

  set(id: string, status: string, startedAt = 1): void {
    this.jobs.set(id, jobOf(id, status, startedAt));
  }

  #record(request: string): void {
    this.requests.push(request);
    if (this.failure) throw new ApiError(this.failure);
  }
}

function jobOf(id: string, status: string, startedAt: number): ListedJob {
  const run = { status, startedAt, endedAt: undefined, duration: undefined, summary: undefined };
  return { ...run, id, name: `job_${id}`, type: 'METADATA_DISCOVERY', createdAt: 1 };
}

function reference(id: string, type = 'METADATA_DISCOVERY'): JobReference {
  return { connection: dev, id, name: `job_${id}`, type };
}

let [clock, service, isSignedIn] = [new Clock(), new Service(), true];
const refused: Failure[] = [];

/** @param isSignedInTo whether the user is signed in to a connection, given its name */
function openWatch(isSignedInTo: (name: string) => boolean = () => isSignedIn): JobWatch {
  return new JobWatch({
    credential: async ({ name }) => Promise.resolve(isSignedInTo(name) ? { kind: 'token', token: 'token' } : undefined),
    jobRunsApi: () => service.api,
    now: clock.now,
    schedule: clock.schedule,
    onRefused: (_, failure) => {
      refused.push(failure);
      isSignedIn = false;
    },
  });
}

beforeEach(() => {
  [clock, service, isSignedIn] = [new Clock(), new Service(), true];
  refused.length = 0;
});

/** Calls it often enough to see that polling has stopped, or how often it goes on. */
async function requestsIn(milliseconds: number): Promise<number> {
  const before = service.requests.length;
  await clock.pass(milliseconds);
  return service.requests.length - before;
}

describe('a watched job', () => {
  test('is read at once, and again until it has finished', async () => {
    service.set('a', 'RUNNING');
    const watch = openWatch();
    const seen: (string | undefined)[] = [];
    watch.watch(reference('a'), () => {
      const { job } = watch.known(reference('a'));
      seen.push(job === 'gone' ? job : job?.status);
    });
    await clock.pass(0);
    expect(seen).toEqual(['RUNNING']);
    service.set('a', 'SUCCESS');
    await clock.pass(2_000);
    expect(seen).toEqual(['RUNNING', 'SUCCESS']);
    expect(await requestsIn(3_600_000)).toBe(0);
  });

  test('is read every 2 s at first, and every 30 s when nothing changes', async () => {
    service.set('a', 'RUNNING');
    openWatch().watch(reference('a'), () => undefined);
    await clock.pass(0);
    expect(clock.pending).toEqual([2_000]);
    await clock.pass(2_000);
    expect(clock.pending).toEqual([3_000]);
    await clock.pass(120_000);
    expect(await requestsIn(300_000)).toBe(10);
  });

  test('isn’t read any more when nobody watches it', async () => {
    service.set('a', 'RUNNING');
    const watch = openWatch();
    const [one, other] = [watch.watch(reference('a'), () => undefined), watch.watch(reference('a'), () => undefined)];
    await clock.pass(0);
    one.dispose();
    expect(await requestsIn(10_000)).toBeGreaterThan(0);
    other.dispose();
    expect(await requestsIn(3_600_000)).toBe(0);
  });

  test('is gone when the service doesn’t have it', async () => {
    const watch = openWatch();
    watch.watch(reference('a'), () => undefined);
    await clock.pass(0);
    expect(watch.known(reference('a')).job).toBe('gone');
    expect(await requestsIn(3_600_000)).toBe(0);
  });

  test('keeps its state when it can’t be read, and reports why', async () => {
    service.set('a', 'RUNNING');
    const watch = openWatch();
    watch.watch(reference('a'), () => undefined);
    await clock.pass(0);
    service.failure = { kind: 'rejected', status: 503, body: {} };
    await clock.pass(2_000);
    expect(watch.known(reference('a'))).toMatchObject({ job: { status: 'RUNNING' }, failure: { status: 503 } });
    service.failure = undefined;
    await clock.pass(30_000);
    expect(watch.known(reference('a')).failure).toBeUndefined();
  });

  test('that was started is read until the service shows the new run', async () => {
    service.set('a', 'SUCCESS', 1);
    const watch = openWatch();
    watch.watch(reference('a'), () => undefined);
    await clock.pass(0);
    watch.expectRun(reference('a'), jobOf('a', 'SUCCESS', 1));
    await clock.pass(10_000);
    expect(watch.expectsRun(reference('a'))).toBe(true);
    service.set('a', 'SUCCESS', 2);
    await clock.pass(30_000);
    expect(watch.expectsRun(reference('a'))).toBe(false);
    expect(await requestsIn(3_600_000)).toBe(0);
  });

  test('that was started shows the new run by its status where the service has no times of it', async () => {
    const untimed = (status: string): ListedJob => ({ ...jobOf('a', status, 1), startedAt: undefined });
    service.jobs.set('a', untimed('CREATED'));
    const watch = openWatch();
    watch.watch(reference('a'), () => undefined);
    await clock.pass(0);
    watch.expectRun(reference('a'), untimed('CREATED'));
    service.jobs.set('a', untimed('FAILED'));
    await clock.pass(2_000);
    expect(watch.expectsRun(reference('a'))).toBe(false);
    expect(await requestsIn(3_600_000)).toBe(0);
  });
});

describe('the watch', () => {
  test('goes on with a job that is watched again, whenever the first subscription ends', async () => {
    service.set('a', 'RUNNING');
    const watch = openWatch();
    const first = watch.watch(reference('a'), () => undefined);
    await clock.pass(0);
    first.dispose();
    watch.watch(reference('a'), () => undefined);
    first.dispose();
    await clock.pass(0);
    expect(watch.known(reference('a'))).toMatchObject({ job: { status: 'RUNNING' } });
    expect(await requestsIn(10_000)).toBeGreaterThan(0);
  });

  test('makes one request for all jobs of a type, and one for each that the list doesn’t have', async () => {
    for (const id of ['a', 'b', 'c']) service.set(id, 'RUNNING');
    const watch = openWatch();
    for (const id of ['a', 'b', 'c', 'd']) watch.watch(reference(id), () => undefined);
    await clock.pass(0);
    expect(service.requests).toEqual(['list METADATA_DISCOVERY', 'show d']);
  });

  test('asks for the name where it watches one job', async () => {
    service.set('a', 'RUNNING');
    openWatch().watch(reference('a'), () => undefined);
    await clock.pass(0);
    expect(service.requests).toEqual(['list METADATA_DISCOVERY job_a']);
  });

  test('pauses while the window isn’t active, and goes on at once', async () => {
    service.set('a', 'RUNNING');
    const watch = openWatch();
    watch.watch(reference('a'), () => undefined);
    await clock.pass(0);
    watch.setActive(false);
    expect(await requestsIn(3_600_000)).toBe(0);
    watch.setActive(true);
    expect(await requestsIn(0)).toBe(1);
  });

  test('reads jobs that have finished, too, when the window becomes active after a while', async () => {
    service.set('a', 'SUCCESS', 1);
    const watch = openWatch();
    watch.watch(reference('a'), () => undefined);
    await clock.pass(0);
    watch.setActive(false);
    watch.setActive(true);
    expect(await requestsIn(10_000)).toBe(0);
    watch.setActive(false);
    await clock.pass(3_600_000);
    service.set('a', 'RUNNING', 2);
    watch.setActive(true);
    await clock.pass(0);
    expect(watch.known(reference('a'))).toMatchObject({ job: { status: 'RUNNING' } });
  });

  test('uses the connection that the user is signed in to, where a job is watched in several', async () => {
    service.set('a', 'RUNNING');
    const watch = openWatch((name) => name === 'other');
    watch.watch(reference('a'), () => undefined);
    await clock.pass(0);
    expect(service.requests).toHaveLength(0);
    const other = { ...reference('a'), connection: { ...dev, name: 'other' } };
    const subscription = watch.watch(other, () => undefined);
    await clock.pass(0);
    expect(watch.known(reference('a'))).toMatchObject({ job: { status: 'RUNNING' } });
    subscription.dispose();
    expect(await requestsIn(3_600_000)).toBe(0);
  });

  test('waits as long as the service asks, also when another job is watched', async () => {
    service.set('a', 'RUNNING');
    const watch = openWatch();
    watch.watch(reference('a'), () => undefined);
    await clock.pass(0);
    service.failure = { kind: 'rejected', status: 429, body: {}, retryAfter: 300 };
    await clock.pass(2_000);
    watch.watch(reference('b'), () => undefined);
    watch.setActive(false);
    watch.setActive(true);
    expect(await requestsIn(299_000)).toBe(0);
    service.failure = undefined;
    expect(await requestsIn(1_000)).toBe(2);
  });

  test('pauses when the credential is refused, reports it once, and goes on after the user has signed in', async () => {
    service.set('a', 'RUNNING');
    const watch = openWatch();
    watch.watch(reference('a'), () => undefined);
    service.failure = { kind: 'rejected', status: 401, body: {} };
    await clock.pass(3_600_000);
    expect(refused).toHaveLength(1);
    expect(service.requests).toHaveLength(1);
    [service.failure, isSignedIn] = [undefined, true];
    watch.resume();
    await clock.pass(0);
    expect(watch.known(reference('a'))).toMatchObject({ job: { status: 'RUNNING' }, failure: undefined });
  });

  test('reads jobs that have finished, too, when it is refreshed', async () => {
    service.set('a', 'SUCCESS', 1);
    const watch = openWatch();
    watch.watch(reference('a'), () => undefined);
    await clock.pass(0);
    service.set('a', 'RUNNING', 2);
    await watch.refresh(dev);
    expect(watch.known(reference('a'))).toMatchObject({ job: { status: 'RUNNING' } });
    expect(clock.pending).toEqual([2_000]);
  });
});
