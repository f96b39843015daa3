import { expect, it } from 'vitest';
import { jobSummary } from '../../../../../client/src/submit/review/jobSummary.ts';

const parameters = {
  METADATA_DISCOVERY: 'metadata_discovery_parameter',
  METADATA_MIGRATION: 'metadata_migration_parameter',
  PERMISSION_MIGRATION: 'permission_migration_parameter',
} as const;

function summaryOf(type: keyof typeof parameters, block: object): string {
  return jobSummary({ name: 'job', type, parameter: { [parameters[type]]: block } }).join(' | ');
}

const daily = { execute_strategy: 'SCHEDULE', execute_frequency: 'DAILY', execute_hour: '2', execute_minute: '15' };
const locations = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key: `hdfs://${key}`, value: `obs://${key}` }));

it.each<[keyof typeof parameters, object, string]>([
  [
    'METADATA_DISCOVERY',
    { data_location: 'obs://lake/raw', target_catalog: 'sales', target_database: 'raw', ...daily },
    'Type: METADATA_DISCOVERY | Target: catalog sales, database raw | Paths: obs://lake/raw | Runs: every day at 02:15',
  ],
  ['METADATA_DISCOVERY', { ...daily, execute_hour: '*' }, 'Type: METADATA_DISCOVERY | Runs: on a schedule'],
  ['METADATA_DISCOVERY', { execute_strategy: 'MANNUAL' }, 'Type: METADATA_DISCOVERY | Runs: when you start it'],
  [
    'METADATA_MIGRATION',
    { target_catalog: '${env:CATALOG}', locations },
    'Type: METADATA_MIGRATION | Target: catalog ${env:CATALOG} | Paths: hdfs://a → obs://a, hdfs://b → obs://b, hdfs://c → obs://c, and 2 more | Runs: when you start it',
  ],
  [
    'PERMISSION_MIGRATION',
    { location: 'obs://lake/policies', policy_type: 'RANGER' },
    'Type: PERMISSION_MIGRATION | Policies: RANGER | Paths: obs://lake/policies | Runs: when you start it',
  ],
  ['METADATA_MIGRATION', { target_catalog: 7, locations: 'x' }, 'Type: METADATA_MIGRATION | Runs: when you start it'],
])('%s %j: %s', (type, block, expected) => {
  expect(summaryOf(type, block)).toBe(expected);
});

it('returns the type alone for a job without a block', () => {
  expect(jobSummary({ type: 'OTHER' })).toEqual(['Type: OTHER', 'Runs: when you start it']);
});
