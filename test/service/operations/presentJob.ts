import type { StoredJob } from '../jobs.ts';
import type { OperationWorld } from './operation.ts';

/** Members that are taken when a job is created or updated and never returned. */
const writeOnly = new Set(['password', 'access_key', 'secret_key']);

/** A job as show, create and update answer it. */
export function presentJob(job: StoredJob, { statusShape }: OperationWorld): object {
  return {
    id: job.id,
    name: job.name,
    description: job.description,
    type: job.type,
    parameter: withoutSecrets(job.parameter),
    create_time: job.createTime,
    start_time: job.startTime,
    status: statusShape === 'object' ? { status: job.status } : job.status,
  };
}

/** A job as the list has it. */
export function presentJobEntry(job: StoredJob, { statusShape }: OperationWorld): object {
  return {
    id: job.id,
    name: job.name,
    type: job.type,
    create_time: job.createTime,
    start_time: job.startTime,
    status: statusShape === 'object' ? { status: job.status } : job.status,
  };
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !writeOnly.has(key))
      .map(([key, member]) => [key, withoutSecrets(member)]),
  );
}
