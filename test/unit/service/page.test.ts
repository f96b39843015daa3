import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { firstViolation } from '../../service/page/check.ts';
import { rows } from '../../service/page/table.ts';

const migration = {
  datasource_type: 'ALIYUN_DLF',
  datasource_parameter: {},
  source_catalog: 'a',
  target_catalog: 'b',
  conflict_strategy: 'UPSERT',
  log_location: 'c',
  sync_objects: [],
  locations: [],
  instance_id: 'd',
};
const permission = { location: 'a', log_location: 'b', policy_type: 'RANGER', instance_id: 'c' };
const discovery = {
  data_location: 'a',
  target_catalog: 'b',
  target_database: 'c',
  conflict_strategy: 'UPDATE',
  file_discovery_type: 'CSV',
  log_location: 'd',
  instance_id: 'e',
};

/** A job of which each block holds its mandatory members and these. */
function job(changes: { job?: object; migration?: object; permission?: object; discovery?: object } = {}): unknown {
  return {
    name: 'job_1',
    type: 'METADATA_DISCOVERY',
    parameter: {
      metadata_migration_parameter: { ...migration, ...changes.migration },
      permission_migration_parameter: { ...permission, ...changes.permission },
      metadata_discovery_parameter: { ...discovery, ...changes.discovery },
    },
    ...changes.job,
  };
}

test('the table has the 70 fields of the page', () => {
  expect(rows).toHaveLength(70);
});

describe('the page allows', () => {
  test.each([
    ['the mandatory members', job()],
    ['a job without a block', job({ job: { parameter: {} } })],
    ['unknown members', job({ job: { x: 1 }, discovery: { y: {} } })],
    [
      'numbers in a schedule, as its example',
      job({ discovery: { execute_day: 1, execute_hour: 0, execute_minute: 59 } }),
    ],
    [
      'texts in a schedule, as its table',
      job({ discovery: { execute_day: '*', execute_hour: '*', execute_minute: '0' } }),
    ],
    ['4 and 255 characters', job({ job: { name: 'a'.repeat(255), description: '' } })],
    ['20 locations', job({ migration: { locations: Array(20).fill({ key: 'a', value: 'b' }) } })],
    ['both ends of the sample rate', job({ discovery: { file_sample_rate: 100 } })],
  ])('%s', (_, body) => {
    expect(firstViolation(body)).toBeUndefined();
  });
});

describe('the page does not allow', () => {
  test.each([
    ['/', []],
    ['/', null],
    ['/name', job({ job: { name: undefined } })],
    ['/name', job({ job: { name: 'abc' } })],
    ['/name', job({ job: { name: 'a'.repeat(256) } })],
    ['/name', job({ job: { name: 'a-bc' } })],
    ['/description', job({ job: { description: 'a'.repeat(4001) } })],
    ['/type', job({ job: { type: 'OTHER' } })],
    ['/parameter', job({ job: { parameter: 'x' } })],
    ['/parameter/metadata_migration_parameter/sync_objects/0', job({ migration: { sync_objects: ['string'] } })],
    ['/parameter/metadata_migration_parameter/conflict_strategy', job({ migration: { conflict_strategy: 'UPDATE' } })],
    [
      '/parameter/metadata_migration_parameter/locations',
      job({ migration: { locations: Array(21).fill({ key: 'a', value: 'b' }) } }),
    ],
    [
      '/parameter/metadata_migration_parameter/locations/1/value',
      job({ migration: { locations: [{ key: 'a', value: 'b' }, { key: 'a' }] } }),
    ],
    [
      '/parameter/metadata_migration_parameter/datasource_parameter/username',
      job({ migration: { datasource_parameter: { username: 'a_b' } } }),
    ],
    ['/parameter/metadata_migration_parameter/ignore_obs_checked', job({ migration: { ignore_obs_checked: 'true' } })],
    ['/parameter/permission_migration_parameter/file_name', job({ permission: { file_name: 'a:b' } })],
    ['/parameter/permission_migration_parameter/policy_type', job({ permission: { policy_type: 'HDFS' } })],
    ['/parameter/metadata_discovery_parameter/quote', job({ discovery: { quote: '"' } })],
    ['/parameter/metadata_discovery_parameter/file_sample_rate', job({ discovery: { file_sample_rate: 101 } })],
    ['/parameter/metadata_discovery_parameter/table_depth', job({ discovery: { table_depth: 1.5 } })],
    ['/parameter/metadata_discovery_parameter/execute_strategy', job({ discovery: { execute_strategy: 'MANUAL' } })],
    ['/parameter/metadata_discovery_parameter/execute_day', job({ discovery: { execute_day: 32 } })],
    ['/parameter/metadata_discovery_parameter/execute_minute', job({ discovery: { execute_minute: '*' } })],
    [
      '/parameter/metadata_discovery_parameter/principals/0/principal_name',
      job({ discovery: { principals: [{ principal_type: 'USER', principal_source: 'IAM', principal_name: 'a b' }] } }),
    ],
  ])('what stands at %s', (path, body) => {
    expect(firstViolation(body)).toBe(path);
  });

  test.each(rows.filter(({ mandatory }) => mandatory).map(({ object, parameter }) => [object, parameter]))(
    '%s without %s',
    (object, parameter) => {
      const whole = job({
        migration: { locations: [{ key: 'a', value: 'b' }] },
        discovery: { principals: [{ principal_type: 'USER', principal_source: 'IAM', principal_name: 'a' }] },
      });
      const without = JSON.stringify(whole, (key, value: unknown) => (key === parameter ? undefined : value));
      expect(firstViolation(JSON.parse(without)), object).toMatch(new RegExp(`/${parameter}$`));
    },
  );
});

test('the page’s own example breaks its own tables at one place: the placeholder "string" for a value', () => {
  const example: unknown = JSON.parse(
    readFileSync(new URL('../../fixtures/page/example.lfjob.json', import.meta.url), 'utf8'),
  );
  expect(firstViolation(example)).toBe('/parameter/metadata_migration_parameter/sync_objects/0');
});
