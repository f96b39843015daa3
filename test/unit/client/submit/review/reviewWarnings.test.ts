import { describe, expect, it } from 'vitest';
import { readJobDocument } from '../../../../../client/src/submit/job.ts';
import { reviewWarnings, samplesLine, type Reviewed } from '../../../../../client/src/submit/review/reviewWarnings.ts';
import { dev } from '../../../../support/connections.ts';
import { instanceId, jobWithProperties } from '../../../../support/jobs.ts';
import type { SubmissionRecord } from '../../../../../client/src/state/submissionRecord.ts';

const connection = { ...dev, instanceId };
const complete = { jobs: [], read: 0, isComplete: true };

/** What is warned of in the submission of a job that has nothing wrong but for the changes. */
function warningsOf(
  changes: Partial<Reviewed['submission']> & Partial<Omit<Reviewed, 'submission'>> = {},
): readonly string[] {
  const { destinations = [], existing = complete, last, linked, updated, ...submission } = changes;
  const text = submission.text ?? jobWithProperties('job', '');
  const job = readJobDocument(text);
  if (job === undefined) throw new Error('The text isn’t a job.');
  return reviewWarnings({
    submission: {
      job,
      text,
      isUnsaved: false,
      isToRun: false,
      warnings: [],
      connection,
      bodyHash: 'now',
      ...submission,
    },
    destinations,
    existing: 'existing' in changes ? changes.existing : existing,
    last,
    linked,
    updated,
  });
}

function sent(result: SubmissionRecord['result'], bodyHash = 'now'): SubmissionRecord {
  const { name: connectionName, endpoint } = dev;
  return {
    ...{ id: '1', sentAt: '2026-11-29T00:00:00Z', uri: 'file:///a', name: 'job', action: 'create', references: [] },
    ...{ connection: connectionName, endpoint, instanceId, bodyHash, result, jobId: '3f2c' },
  };
}

const warning = (message: string, code = 'ignored-property'): Reviewed['submission']['warnings'][number] => ({
  code,
  message,
});

describe('reviewWarnings', () => {
  it('returns nothing where nothing is wrong', () => {
    expect(warningsOf()).toEqual([]);
  });

  it.each<[string, Parameters<typeof warningsOf>[0], readonly unknown[]]>([
    [
      'another instance, with both',
      { connection: { ...dev, instanceId: 'other' } },
      [`"instance_id" is ${instanceId}, but connection "dev" is for other.`],
    ],
    [
      'a document that is a job of another type, which an update can’t change',
      { linked: { id: '3f2c', name: 'job', type: 'METADATA_DISCOVERY' } },
      [
        expect.stringMatching(
          /^"type" is PERMISSION_MIGRATION, but .* 3f2c is METADATA_DISCOVERY\. .* can’t be changed/,
        ),
      ],
    ],
    [
      'an update of a job that runs',
      { updated: { id: '3f2c', name: 'job', status: 'RUNNING' } },
      [expect.stringMatching(/^The job is running \(RUNNING\)/)],
    ],
    ['nothing for an update of one that doesn’t', { updated: { id: '3f2c', name: 'job', status: 'SUCCESS' } }, []],
    ['an unsaved file', { isUnsaved: true }, ['The file isn’t saved.']],
    ['a job list that can’t be read', { existing: undefined }, [expect.stringContaining('Couldn’t read the job list')]],
    [
      'a job list that is read in part',
      { existing: { jobs: [], read: 2000, isComplete: false } },
      [expect.stringContaining('Only part of the job list could be read (jobs read: 2000)')],
    ],
    [
      'an unknown outcome of the same text',
      { last: sent('unknown') },
      [expect.stringMatching(/^The same content was sent on .*, and the outcome isn’t known\.$/)],
    ],
    [
      'a job of the same text that isn’t there',
      { last: sent('accepted') },
      [expect.stringMatching(/^The same content was sent on .* as job 3f2c\.$/)],
    ],
    ['no job of another text', { last: sent('accepted', 'before') }, []],
    [
      'a new destination, and none that is agreed to',
      {
        destinations: [true, false].map((isNew) => ({
          ...{ kind: 'secret', name: 'DB', reference: '${secret:DB}', path: '$', property: `password${String(isNew)}` },
          ...{ host: undefined, routeHash: '', isNew, before: undefined },
        })),
      },
      ['New: ${secret:DB} in passwordtrue'],
    ],
    [
      'up to 3 warnings of the document',
      { warnings: ['a', 'b', 'c'].map((message) => warning(`${message}.`)) },
      ['a', 'b', 'c'],
    ],
    [
      'the number of more',
      { warnings: ['a', 'b', 'c', 'd', 'd'].map((message) => warning(message)) },
      ['a', 'b', '3 more warnings in the document'],
    ],
    [
      'none that has a line of its own',
      { warnings: [warning('x', 'instance-mismatch'), warning('y', 'untouched-placeholder')] },
      [],
    ],
  ])('names %s', (_, changes, expected) => {
    expect(warningsOf(changes)).toEqual(expected);
  });
});

describe('samplesLine', () => {
  it('names each sample value once, by its property and part', () => {
    const locations = ['a', 'b'].map((key) => ({ key, value: `obs://your-bucket/${key}` }));
    const job = jobWithProperties(
      'metadata_migration_parameter',
      `"target_catalog": "your_catalog", "locations": ${JSON.stringify(locations)}`,
    );
    expect(samplesLine(job)).toBe('Sample values not replaced: target_catalog (your_catalog), value (your-bucket)');
  });

  it('doesn’t show the rest of a value with a sample in it', () => {
    const url = '"jdbc_url": "jdbc:mysql://your-host:3306/meta?password=hidden"';
    expect(samplesLine(jobWithProperties('datasource_parameter', url))).toBe(
      'Sample values not replaced: jdbc_url (your-host)',
    );
  });

  it.each([jobWithProperties('job', ''), 'no JSON'])('returns nothing for %s', (body) => {
    expect(samplesLine(body)).toBeUndefined();
  });
});
