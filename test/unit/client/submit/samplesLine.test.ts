import { expect, test } from 'vitest';
import { samplesLine } from '../../../../client/src/submit/samplesLine.ts';
import { jobWithMembers } from '../../../support/jobs.ts';

test('the sample values of a job are named by property and part, each once', () => {
  const locations = ['a', 'b'].map((key) => ({ key, value: `obs://your-bucket/${key}` }));
  const job = jobWithMembers(
    'metadata_migration_parameter',
    `"target_catalog": "your_catalog", "locations": ${JSON.stringify(locations)}`,
  );
  expect(samplesLine(job)).toBe('Sample values not replaced: target_catalog (your_catalog), value (your-bucket)');
});

test('the rest of a value with a sample in it is not shown', () => {
  const url = '"jdbc_url": "jdbc:mysql://your-host:3306/meta?password=hidden"';
  expect(samplesLine(jobWithMembers('datasource_parameter', url))).toBe(
    'Sample values not replaced: jdbc_url (your-host)',
  );
});

test.each([jobWithMembers('job', ''), 'no JSON'])('there is no line for %s', (body) => {
  expect(samplesLine(body)).toBeUndefined();
});
