import { documented } from '../answers.ts';
import { firstViolation } from '../page/check.ts';
import type { Operation } from './operation.ts';
import { presentJob } from './presentJob.ts';

/** CreateJobByInstance: 201 with the job, or 400 that names no member. Two equal requests make two jobs. */
export const createJob: Operation = ({ body }, world) => {
  if (firstViolation(body) !== undefined || typeof body !== 'object' || body === null) return documented.badRequest;
  const members = new Map<string, unknown>(Object.entries(body));
  const job = world.jobs.create({
    name: String(members.get('name')),
    type: String(members.get('type')),
    description: members.get('description'),
    parameter: members.get('parameter'),
  });
  return { status: 201, body: presentJob(job, world) };
};
