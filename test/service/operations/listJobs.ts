import { documented } from '../answers.ts';
import type { Operation } from './operation.ts';
import { page } from './paging.ts';
import { presentJobEntry } from './presentJob.ts';

/** ListJobsByInstance: by type, with name_pattern as a part of the name, and status. */
export const listJobs: Operation = ({ query }, world) => {
  const type = query.get('type');
  const pattern = query.get('name_pattern') ?? '';
  const status = query.get('status');
  const matching = world.jobs.all.filter(
    (job) => job.type === type && job.name.includes(pattern) && (status === null || job.status === status),
  );
  const jobs = page(matching, query);
  if (type === null || jobs === undefined) return documented.badRequest;
  return { status: 200, body: { total: matching.length, jobs: jobs.map((job) => presentJobEntry(job, world)) } };
};
