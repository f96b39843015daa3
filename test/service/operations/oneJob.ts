import { documented, type Answer } from '../answers.ts';
import type { StoredJob } from '../jobs.ts';
import { isObject } from '../json.ts';
import { firstViolation } from '../page/check.ts';
import type { Operation, OperationRequest, OperationWorld } from './operation.ts';
import { hasKnownStatus, matchesStatus, page } from './paging.ts';
import { presentJob, presentRun } from './presentJob.ts';
import { logOf } from './runLog.ts';
import { withKeptSecrets } from './secrets.ts';

/** An operation on the job that the path names; 404 without one. */
function onJob(operation: (job: StoredJob, request: OperationRequest, world: OperationWorld) => Answer): Operation {
  return (request, world) => {
    const job = world.jobs.get(request.ids.job ?? '');
    return job ? operation(job, request, world) : documented.notFound;
  };
}

/** A job that has been submitted or runs. */
function isUnderWay({ status }: StoredJob): boolean {
  return status === 'SUBMITTED' || status === 'RUNNING';
}

/** ShowJobByInstance. */
export const showJob = onJob((job, _, world) => ({ status: 200, body: presentJob(job, world) }));

/** UpdateJobByInstance: name and parameter are required. A type that is sent is ignored. */
export const updateJob = onJob((job, { body }, world) => {
  if (!isObject(body) || firstViolation({ ...body, type: job.type }) !== undefined) return documented.badRequest;
  const updated = world.jobs.update(job, {
    name: String(body.name),
    description: body.description,
    parameter: withKeptSecrets(body.parameter, job.parameter),
  });
  return { status: 200, body: presentJob(updated, world) };
});

/** DeleteJobByInstance: a job that is under way must be stopped first. */
export const deleteJob = onJob((job, _, world) => {
  if (isUnderWay(job)) return documented.badRequest;
  world.jobs.delete(job);
  return { status: 200 };
});

/** StartJobByInstance: the run goes on until it is stopped or a test ends it. */
export const startJob = onJob((job, _, world) => {
  if (isUnderWay(job)) return documented.badRequest;
  world.jobs.start(job);
  return { status: 200 };
});

/** StopJobByInstance. */
export const stopJob = onJob((job, _, world) => {
  if (!isUnderWay(job)) return documented.badRequest;
  world.jobs.end(job, 'STOPPED');
  return { status: 200 };
});

/** ShowJobLogByInstance: the logs of all runs, the oldest first. */
export const showJobLog = onJob((job) => ({
  status: 200,
  body: { log: job.runs.map(logOf).join('') },
}));

/** ShowJobHistoryByInstance: offset and limit are required, status is a filter. The newest run comes first. */
export const showJobHistory = onJob((job, { query }, world) => {
  const runs = job.runs.filter((run) => matchesStatus(run, query)).reverse();
  const shown = page(runs, query);
  if (!hasKnownStatus(query) || shown === undefined) return documented.badRequest;
  return { status: 200, body: { total: runs.length, jobs: shown.map((run) => presentRun(job, run, world)) } };
});
