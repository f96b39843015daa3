import type { ListedJob, Run } from '../../../client/src/api/run.ts';

/** Returns a run for scripts: times in ISO 8601, durations in seconds. */
export function runJson({ status, startedAt, endedAt, duration, summary }: Run): object {
  return {
    status,
    startedAt: momentOf(startedAt),
    endedAt: momentOf(endedAt),
    seconds: duration === undefined ? undefined : duration / 1000,
    summary,
  };
}

/** Returns a job with its last run for scripts. */
export function jobJson(job: ListedJob): object {
  const { id, name, type } = job;
  return { id, name, type, ...runJson(job) };
}

function momentOf(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}
