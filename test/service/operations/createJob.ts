import { documented } from '../answers.ts';
import { valueAt } from '../json.ts';
import { firstViolation } from '../page/check.ts';
import type { Operation } from './operation.ts';
import { presentJob } from './presentJob.ts';

/** CreateJobByInstance: 201 with the job, or 400 that names no property. Two equal requests make two jobs. */
export const createJob: Operation = ({ body }, world) => {
  if (firstViolation(body) !== undefined) return documented.badRequest;
  const job = world.jobs.create({
    name: String(valueAt(body, 'name')),
    type: String(valueAt(body, 'type')),
    description: valueAt(body, 'description'),
    parameter: valueAt(body, 'parameter'),
  });
  return { status: 201, body: presentJob(job, world) };
};
