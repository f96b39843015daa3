import * as l10n from '@vscode/l10n';
import { connectionLine } from '../../../client/src/submit/batch/batchReview.ts';
import { namesOf, tableLines } from '../../../client/src/submit/batch/batchTable.ts';
import { redaction } from '../../../client/src/redaction/redaction.ts';
import { labeled } from '../../../language/src/joining.ts';
import { visibleLines } from '../output/visible.ts';
import type { OtherJobs } from './otherJobs.ts';
import type { PlannedJobs } from './planJobs.ts';

/** Returns what would be done with the jobs, for people. @param others not given if they aren’t shown */
export function planText(planned: PlannedJobs, others?: OtherJobs): string {
  const { connection, entries } = planned;
  const lines = [
    connectionLine(connection),
    '',
    ...tableLines(entries),
    ...(others === undefined ? [] : otherLines(others)),
    ...(entries.some((entry) => entry.kind === 'notReady' && entry.withProblems)
      ? [l10n.t('Run "{0}" to list the errors.', 'lfjob check'), '']
      : []),
  ];
  return visibleLines(redaction(secretsOf(planned))(lines.join('\n')));
}

/** Returns the secrets of jobs, which must not be shown. */
export function secretsOf({ entries }: Pick<PlannedJobs, 'entries'>): string[] {
  return entries.flatMap((entry) => (entry.kind === 'planned' ? entry.submission.job.secrets : []));
}

function otherLines({ jobs, problem }: OtherJobs): string[] {
  const names = jobs.map(({ id, name }) => name ?? id);
  return [
    ...(jobs.length === 0 ? [] : [labeled(l10n.t('Only in the instance {0}', jobs.length), namesOf(names)), '']),
    ...(problem === undefined ? [] : [problem, '']),
  ];
}
