import { documented } from '../answers.ts';
import { jobTypes } from '../page/table.ts';
import type { Operation } from './operation.ts';
import { hasKnownStatus, matchesStatus, page } from './paging.ts';
import { presentListedJob } from './presentJob.ts';

/**
 * ListJobsByInstance: type, offset and limit are required; name_pattern, read as a part of the name, and status are
 * filters. `total` counts all that match, on every page.
 */
export const listJobs: Operation = ({ query }, world) => {
  const type = query.get('type');
  const pattern = query.get('name_pattern') ?? '';
  const matching = world.jobs.all.filter(
    (job) => job.type === type && job.name.includes(pattern) && matchesStatus(job, query),
  );
  const jobs = page(matching, query);
  const isValid = type !== null && jobTypes.includes(type) && hasKnownStatus(query);
  if (!isValid || jobs === undefined) return documented.badRequest;
  return { status: 200, body: { total: matching.length, jobs: jobs.map((job) => presentListedJob(job, world)) } };
};
