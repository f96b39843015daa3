import type { Planned, Entry } from '../../../client/src/submit/batch/entry.ts';
import { changesOf, warningsOf } from '../../../client/src/submit/batch/batchTable.ts';
import { redaction } from '../../../client/src/redaction/redaction.ts';
import { jsonOf } from '../report/jsonList.ts';
import type { OtherJobs } from './otherJobs.ts';
import type { PlannedJobs } from './planJobs.ts';
import { secretsOf } from './planText.ts';

/** The version of the format. It changes when a property is removed or gets another meaning. */
const version = 1;

/** Returns what would be done with the jobs, for scripts. */
export function planJson(planned: PlannedJobs, others: OtherJobs): string {
  const { name, endpoint, projectId, instanceId } = planned.connection;
  const plan = {
    version,
    connection: { name, endpoint, projectId, instanceId },
    jobs: planned.entries.map(jobOf),
    onlyInInstance: others.jobs.map((job) => ({ id: job.id, name: job.name, type: job.type, status: job.status })),
    ...(others.problem !== undefined && { problem: others.problem }),
  };
  return `${redaction(secretsOf(planned))(jsonOf(plan))}\n`;
}

function jobOf(entry: Entry): object {
  if (entry.kind === 'notReady') return { path: entry.path, action: 'notReady', reason: entry.reason };
  const { path, submission, plan } = entry;
  const warnings = warningsOf(entry);
  return {
    path,
    name: submission.job.name,
    type: submission.job.type,
    action: plan.kind,
    ...(plan.kind !== 'create' && { id: plan.job.id }),
    ...changes(entry),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** Without changes, the job couldn’t be read. */
function changes(entry: Planned): object {
  const names = entry.plan.kind === 'update' ? changesOf(entry) : undefined;
  return names === undefined ? {} : { changes: names };
}
