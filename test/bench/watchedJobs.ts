import { JobRunsApi } from '../../client/src/api/jobRuns.ts';
import { redaction } from '../../client/src/redaction/redaction.ts';
import { JobWatch } from '../../client/src/watch/jobWatch.ts';
import { Clock } from '../support/clock.ts';
import { dev } from '../support/connections.ts';
import { median } from './statistics.ts';
import { figure, markdownTable } from './table.ts';

/** What watching jobs that run costs. */
export interface WatchCost {
  readonly jobs: number;
  /** The requests in the first minute, and in a minute after ten. */
  readonly firstRequests: number;
  readonly laterRequests: number;
  /** What the extension host does for a request, in milliseconds. */
  readonly time: number;
}

const minute = 60_000;
const token = 'MIIEpAIBAAKCAQEA'.repeat(200);

/** Watches jobs of one type that run, with a clock that passes as fast as it can and a service that answers at once. */
export async function measureWatch(counts: readonly number[]): Promise<WatchCost[]> {
  const measured: WatchCost[] = [];
  for (const count of counts) measured.push(await measure(count));
  return measured;
}

/** The measurements as a Markdown table. */
export function watchTable(measured: readonly WatchCost[]): string {
  return markdownTable(
    ['Running jobs', 'Requests, first minute', 'Requests per minute, later', 'Time per request'],
    measured.map(({ jobs, firstRequests, laterRequests, time }) => [
      jobs.toLocaleString('en'),
      String(firstRequests),
      String(laterRequests),
      `${figure(time)} ms`,
    ]),
  );
}

async function measure(count: number): Promise<WatchCost> {
  const clock = new Clock();
  const times: number[] = [];
  const body = JSON.stringify({ total: count, jobs: Array.from({ length: count }, (_, index) => listedJob(index)) });
  let [requests, startedAt] = [0, 0];
  const watch = new JobWatch({
    credential: async () => Promise.resolve({ kind: 'token', token }),
    jobRunsApi: (connection, credential) =>
      new JobRunsApi({
        ...connection,
        credential,
        fetch: async () => {
          requests += 1;
          startedAt = performance.now();
          return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'application/json' } }));
        },
        now: clock.now,
        timeout: minute,
        onExchange: () => undefined,
        redact: redaction([token]),
      }),
    now: clock.now,
    schedule: (milliseconds, callback) => {
      // The next poll is planned when the one before has ended.
      if (startedAt > 0) times.push(performance.now() - startedAt);
      return clock.schedule(milliseconds, callback);
    },
    onRefused: () => undefined,
  });
  for (let index = 0; index < count; index++) {
    watch.watch(
      { connection: dev, id: String(index), name: `job_${index}`, type: 'METADATA_DISCOVERY' },
      () => undefined,
    );
  }
  const firstRequests = await requestsIn(minute);
  await requestsIn(9 * minute);
  const laterRequests = await requestsIn(minute);
  watch.dispose();
  return { jobs: count, firstRequests, laterRequests, time: median(times) };

  async function requestsIn(milliseconds: number): Promise<number> {
    const before = requests;
    await clock.pass(milliseconds);
    return requests - before;
  }
}

function listedJob(index: number): object {
  return {
    id: String(index),
    name: `job_${index}`,
    type: 'METADATA_DISCOVERY',
    create_time: '2026-11-30T10:00:00.000Z',
    start_time: '2026-11-30T11:00:00.000Z',
    status: { status: 'RUNNING' },
  };
}
