import { describe, expect, it, test } from 'vitest';
import type { ListedJob, Run } from '../../../../../client/src/api/run.ts';
import { askForFilter } from '../../../../../client/src/jobs/list/askForFilter.ts';
import { filterLabel } from '../../../../../client/src/jobs/list/jobFilter.ts';
import type { JobNode } from '../../../../../client/src/jobs/list/jobNodes.ts';
import { jobRow, runRows } from '../../../../../client/src/jobs/list/jobRows.ts';
import { runLabel } from '../../../../../client/src/jobs/runLabels.ts';
import { FakePrompts } from '../../../../support/prompts.ts';

const now = Date.parse('2026-03-04T05:06:07Z');
const minute = 60_000;

const run: Run = {
  status: 'FAILED',
  startedAt: now - 10 * minute,
  endedAt: now - 4 * minute,
  duration: 6 * minute,
  summary: 'FAILED: no route to the source.',
};

function node(job: Partial<ListedJob>): JobNode {
  const listed = {
    ...run,
    id: 'id-1',
    name: 'sales',
    type: 'METADATA_DISCOVERY',
    createdAt: now - 60 * minute,
    ...job,
  };
  return {
    kind: 'job',
    connection: 'dev',
    id: listed.id,
    name: listed.name ?? '',
    type: 'METADATA_DISCOVERY',
    job: listed,
    document: undefined,
  };
}

describe('the row of a job', () => {
  it.each<[string, Partial<ListedJob>, string, string]>([
    ['that failed', {}, '4 min ago · metadata discovery', 'job.idle'],
    ['that runs', { status: 'RUNNING', endedAt: undefined }, 'for 10 min · metadata discovery', 'job.running'],
    [
      'that waits to run',
      { status: 'SUBMITTED', startedAt: undefined, endedAt: undefined },
      '1 h ago · metadata discovery',
      'job.running',
    ],
    [
      'that has never run',
      { status: 'CREATED', startedAt: undefined, endedAt: undefined },
      '1 h ago · metadata discovery',
      'job.idle',
    ],
    ['with an unknown status', { status: 'PAUSED' }, '4 min ago · metadata discovery', 'job.idle'],
  ])('%s', (_, job, description, context) => {
    expect(jobRow(node(job), undefined, now)).toMatchObject({ label: 'sales', description, context });
  });

  it('shows the file', () => {
    const row = jobRow(node({}), 'jobs/sales.lfjob.json', now);
    expect(row.description).toBe('4 min ago · metadata discovery · jobs/sales.lfjob.json');
    expect(row.context).toBe('job.idle.file');
  });

  it('is read with its status, which the icon shows', () => {
    expect(jobRow(node({}), undefined, now).accessible).toBe('sales, Failed, 4 min ago, metadata discovery');
  });

  it('has the value of the status, the ID, and the connection in its tooltip', () => {
    const { tooltip } = jobRow(node({}), undefined, now);
    expect(tooltip.split('\n')).toEqual([
      'sales',
      expect.stringMatching(/^Status: Failed \(FAILED\), started .*, took 6 min$/),
      'Type: metadata discovery',
      'ID: id-1',
      'Connection: dev',
      expect.stringMatching(/^Created: /),
    ]);
  });

  it('is one line, whatever the service returns as a name', () => {
    expect(jobRow(node({ name: 'a\nb\u202ec' }), undefined, now).label).toBe('a b c');
  });
});

describe('a run', () => {
  it('has its status in words with the value beside it', () => {
    const { label, description, summary, icon } = runLabel(run, now);
    expect(label).toMatch(/ · Failed$/);
    expect(description).toBe('took 6 min · FAILED');
    expect(summary).toBe('FAILED: no route to the source');
    expect(icon.id).toBe('error');
  });

  it('that goes on has the time since it began', () => {
    expect(runLabel({ ...run, status: 'RUNNING', duration: undefined }, now).description).toBe('for 10 min · RUNNING');
  });

  it('of which nothing is known is shown, too', () => {
    const nothing = {
      status: undefined,
      startedAt: undefined,
      endedAt: undefined,
      duration: undefined,
      summary: undefined,
    };
    expect(runLabel(nothing, now)).toMatchObject({ label: 'Unknown status', description: '' });
  });
});

test('a job has the rows of its last runs, and the history where there are more', () => {
  const labels = (total: number, runs: readonly Run[] = [run, run]): string[] =>
    runRows(node({}), runs, total).map((row) => (row.kind === 'run' ? 'run' : row.label));
  expect(labels(2)).toEqual(['run', 'run']);
  expect(labels(7)).toEqual(['run', 'run', 'Show History']);
  expect(labels(0, [])).toEqual(['Not run yet']);
});

describe('the filter', () => {
  it('is shown in words', () => {
    expect(filterLabel({})).toBeUndefined();
    expect(filterLabel({ name: 'sales', type: 'METADATA_DISCOVERY', status: 'FAILED' })).toBe(
      '"sales" · metadata discovery · Failed',
    );
  });

  it.each([
    ['a name', { picks: ['Name'], texts: [' sales '] }, {}, { name: 'sales' }],
    ['no name', { picks: ['Name'], texts: [' '] }, { name: 'sales' }, { name: undefined }],
    ['a type', { picks: ['Type', 'permission migration'] }, {}, { type: 'PERMISSION_MIGRATION' }],
    ['all types', { picks: ['Type', 'All'] }, { type: 'METADATA_DISCOVERY' as const }, { type: undefined }],
    ['a status', { picks: ['Status', 'Failed'] }, { name: 'x' }, { name: 'x', status: 'FAILED' }],
    ['nothing', { picks: ['Clear Filter'] }, { name: 'x', status: 'FAILED' }, {}],
    ['what it was, when the user cancels', { picks: ['Status'] }, { name: 'x' }, undefined],
  ])('becomes %s', async (_, answers, before, after) => {
    expect(await askForFilter(new FakePrompts(answers), before)).toEqual(after);
  });

  it('is asked for its name at once where there are more jobs than are listed', async () => {
    expect(await askForFilter(new FakePrompts({ texts: ['sales'] }), {}, 'name')).toEqual({ name: 'sales' });
  });
});
