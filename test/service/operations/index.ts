import type { OperationName } from '../router.ts';
import { createJob } from './createJob.ts';
import { createToken } from './createToken.ts';
import { listBuckets, listObjects } from './listBuckets.ts';
import { listInstances } from './listInstances.ts';
import { listJobs } from './listJobs.ts';
import { listCatalogs, listDatabaseNames, listRoleNames, showAgency } from './listNames.ts';
import { listGroups, listUsers } from './listPrincipals.ts';
import { listProjects } from './listProjects.ts';
import { deleteJob, showJob, showJobHistory, showJobLog, startJob, stopJob, updateJob } from './oneJob.ts';
import type { Operation } from './operation.ts';
import { showToken } from './showToken.ts';

/** What each operation does. */
export const operations: Readonly<Record<OperationName, Operation>> = {
  createJob,
  listJobs,
  showJob,
  updateJob,
  deleteJob,
  startJob,
  stopJob,
  showJobLog,
  showJobHistory,
  listCatalogs,
  listDatabaseNames,
  listUsers,
  listGroups,
  listRoleNames,
  listBuckets,
  listObjects,
  showAgency,
  listInstances,
  createToken,
  showToken,
  listProjects,
};
