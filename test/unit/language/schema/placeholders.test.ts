import { describe, expect, test } from 'vitest';
import { placeholdersIn } from '../../../../language/src/schema/placeholders.ts';

const discovery = (properties: object): unknown => ({ parameter: { metadata_discovery_parameter: properties } });
const migration = (properties: object): unknown => ({ parameter: { metadata_migration_parameter: properties } });
const partsOf = (job: unknown): string[] => placeholdersIn(job).map(({ part }) => part);

describe('a sample value is a placeholder', () => {
  test.each([
    [{ name: 'your_job_name' }, ['your_job_name']],
    [discovery({ data_location: 'obs://your-bucket/raw' }), ['your-bucket']],
    [discovery({ data_location: 'obs://your-bucket/sales/2026' }), ['your-bucket']],
    [discovery({ instance_id: '00000000-0000-0000-0000-000000000000' }), ['00000000-0000-0000-0000-000000000000']],
    [discovery({ principals: [{}, { principal_name: 'your_group' }] }), ['your_group']],
    [migration({ locations: [{ key: 'file:/', value: 'obs://your-bucket/warehouse' }] }), ['your-bucket']],
    [migration({ datasource_parameter: { jdbc_url: 'jdbc:mysql://your-host:3306/crm' } }), ['your-host']],
  ])('%j', (job, parts) => {
    expect(partsOf(job)).toEqual(parts);
  });
});

describe('a value of the user’s own is none', () => {
  test.each([
    migration({ source_catalog: 'hive', target_catalog: 'lake', datasource_parameter: { username: 'hive' } }),
    discovery({ data_location: 'obs://your-bucket-2/raw', target_catalog: 'not_your_catalog' }),
    discovery({ data_location: 'obs://lake/your_catalog', target_database: 'sales' }),
    migration({ datasource_parameter: { endpoint: 'dlf.cn-hangzhou.aliyuncs.com', password: 'your-host' } }),
    { name: 'nightly_discovery', description: 'Ask your-host first', unknown: 'your_job_name' },
  ])('%j', (job) => {
    expect(partsOf(job)).toEqual([]);
  });
});

test('a place is the path of the value', () => {
  expect(placeholdersIn(migration({ locations: [{ value: 'obs://your-bucket/a' }] }))).toEqual([
    { path: ['parameter', 'metadata_migration_parameter', 'locations', 0, 'value'], part: 'your-bucket' },
  ]);
});
