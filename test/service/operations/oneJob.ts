import { documented, type Answer } from '../answers.ts';
import type { StoredJob } from '../jobs.ts';
import { firstViolation } from '../page/check.ts';
import type { Operation, OperationRequest, OperationWorld } from './operation.ts';
import { page } from './paging.ts';
import { presentJob, presentJobEntry } from './presentJob.ts';

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

/** UpdateJobByInstance: name and parameter are mandatory; the type stays. */
export const updateJob = onJob((job, { body }, world) => {
  if (typeof body !== 'object' || body === null) return documented.badRequest;
  const members = new Map<string, unknown>(Object.entries(body));
  if (members.has('type') || firstViolation({ ...body, type: job.type }) !== undefined) return documented.badRequest;
  job.name = String(members.get('name'));
  job.description = members.get('description');
  job.parameter = members.get('parameter');
  return { status: 200, body: presentJob(job, world) };
});

/** DeleteJobByInstance: a job that is under way must be stopped first. */
export const deleteJob = onJob((job, _, world) => {
  if (isUnderWay(job)) return documented.badRequest;
  world.jobs.delete(job.id);
  return { status: 200 };
});

/** StartJobByInstance. */
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

/** ShowJobLogByInstance: one line a run. */
export const showJobLog = onJob((job) => ({
  status: 200,
  body: { log: job.runs.map(({ startTime, status }) => `${startTime} ${status}\n`).join('') },
}));

/** ShowJobHistoryByInstance: the runs, the newest first. */
export const showJobHistory = onJob((job, { query }, world) => {
  const status = query.get('status');
  const runs = job.runs.filter((run) => status === null || run.status === status).reverse();
  const shown = page(runs, query);
  if (shown === undefined) return documented.badRequest;
  return {
    status: 200,
    body: { total: runs.length, jobs: shown.map((run) => presentJobEntry({ ...job, ...run }, world)) },
  };
});
