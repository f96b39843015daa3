import type { JobStatus, Run, StoredJob } from '../jobs.ts';
import type { OperationWorld } from './operation.ts';
import { outcomeOf } from './runLog.ts';
import { withoutSecrets } from './secrets.ts';

/** A job as create, show and update answer it (CreateJobByInstance, ShowJobByInstance). */
export function presentJob(job: StoredJob, world: OperationWorld): object {
  return {
    id: job.id,
    name: job.name,
    description: job.description,
    type: job.type,
    parameter: withoutSecrets(job.parameter),
    create_time: job.createTime,
    start_time: job.runs.at(-1)?.startTime,
    last_success_run_time: job.runs.findLast(({ status }) => status === 'SUCCESS')?.startTime,
    status: presentStatus(job.status, world),
  };
}

/** A job as the list has it: with its last run (ListJobsByInstance). */
export function presentListedJob(job: StoredJob, world: OperationWorld): object {
  return presentEntry(job, job.runs.at(-1), job.status, world);
}

/** A run of a job as the history has it (ShowJobHistoryByInstance). */
export function presentRun(job: StoredJob, run: Run, world: OperationWorld): object {
  return presentEntry(job, run, run.status, world);
}

function presentEntry(job: StoredJob, run: Run | undefined, status: JobStatus, world: OperationWorld): object {
  return {
    id: job.id,
    name: job.name,
    type: job.type,
    create_time: job.createTime,
    start_time: run?.startTime,
    end_time: run?.endTime,
    status: presentStatus(status, world),
    execute_time: run && executeTime(run),
    log_simple_info: run && outcomeOf(run),
  };
}

/** How long a run took, in whole seconds. */
function executeTime({ startTime, endTime }: Run): number | undefined {
  return endTime === undefined ? undefined : Math.floor((Date.parse(endTime) - Date.parse(startTime)) / 1000);
}

function presentStatus(status: JobStatus, { statusShape }: OperationWorld): unknown {
  return statusShape === 'object' ? { status } : status;
}
