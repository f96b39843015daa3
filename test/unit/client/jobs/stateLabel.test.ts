import { expect, test } from 'vitest';
import { stateLabel, stateTooltip } from '../../../../client/src/jobs/stateLabel.ts';
import type { RunTimes } from '../../../../client/src/submit/report/runSentence.ts';
import type { FoundJob } from '../../../../client/src/watch/readJobs.ts';
import { dev } from '../../../support/connections.ts';

const now = new Date(2026, 10, 30, 14, 5).getTime();
const ended = new Date(2026, 10, 30, 14, 2).getTime();
const time = new Date(ended).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
const daily: RunTimes = { schedule: 'daily at 02:15', next: 'tomorrow 02:15' };

function jobWith(status: string, more: object = {}): FoundJob {
  const run = { startedAt: undefined, endedAt: undefined, duration: undefined, summary: undefined };
  return { id: '1', name: 'job', type: 'METADATA_DISCOVERY', createdAt: 1, ...run, status, ...more };
}

test.each<[FoundJob, RunTimes | undefined, string]>([
  [jobWith('CREATED'), undefined, '○ Created, hasn’t run yet'],
  [jobWith('CREATED'), daily, '○ Next run: tomorrow 02:15'],
  [jobWith('CREATED'), { schedule: 'weekly', next: undefined }, '○ Runs weekly'],
  [jobWith('SUBMITTED'), undefined, '● Waiting to run'],
  [jobWith('RUNNING', { startedAt: now - 180_000 }), undefined, '● Running for 3 min'],
  [jobWith('RUNNING'), undefined, '● Running'],
  [jobWith('SUCCESS', { endedAt: ended, duration: 360_000 }), daily, `✓ Succeeded ${time}, took 6 min`],
  [jobWith('SUCCESS'), undefined, '✓ Succeeded'],
  [jobWith('PARTIAL_SUCCESS', { endedAt: ended }), undefined, `✓ Partly succeeded ${time}`],
  [jobWith('FAILED', { endedAt: ended }), undefined, `✗ Failed ${time}`],
  [jobWith('STOPPED', { endedAt: ended }), undefined, `■ Stopped ${time}`],
  [jobWith('FROZEN_RELEASABLE'), undefined, '○ Frozen'],
  [jobWith('A_NEW_STATUS'), undefined, '○ A_NEW_STATUS'],
  ['gone', undefined, '○ Deleted'],
])('%j is shown as its state', (job, runs, label) => {
  expect(stateLabel(job, runs, now)).toBe(label);
});

test('the value of the status is in the tooltip', () => {
  const reference = { connection: dev, id: '3f2c', name: 'job', type: 'METADATA_DISCOVERY' };
  expect(stateTooltip(reference, jobWith('PARTIAL_SUCCESS'))).toBe(
    'Job "job" in connection "dev"\nID: 3f2c\nStatus: PARTIAL_SUCCESS',
  );
});
