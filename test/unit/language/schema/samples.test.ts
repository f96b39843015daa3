import { expect, test } from 'vitest';
import { isSample } from '../../../../language/src/schema/samples.ts';
import { subschemaAt } from '../../../../language/src/schema/lookup.ts';

const migration = ['parameter', 'metadata_migration_parameter'];

test.each([
  ['the example', [...migration, 'datasource_parameter', 'username'], 'hive', true],
  ['another value', [...migration, 'datasource_parameter', 'username'], 'crm_reader', false],
  [
    'an address of the example’s host',
    [...migration, 'datasource_parameter', 'jdbc_url'],
    'jdbc:mysql://your-host/x',
    true,
  ],
  ['an address of another host', [...migration, 'datasource_parameter', 'jdbc_url'], 'jdbc:mysql://10.1.2.3/x', false],
  ['an empty text', [...migration, 'target_catalog'], '', true],
  ['an object of samples', [...migration, 'datasource_parameter'], { username: 'hive', password: '' }, true],
  ['an object with one other value', [...migration, 'datasource_parameter'], { username: 'crm', password: '' }, false],
  ['an object with an unknown property', [...migration, 'datasource_parameter'], { user: 'hive' }, false],
  ['a list of samples', [...migration, 'locations'], [{ key: 'file:/', value: 'obs://your-bucket/x' }], true],
  ['a list with one other value', [...migration, 'locations'], [{ key: 'file:/', value: 'obs://crm/x' }], false],
])('%s', (_, path, value, expected) => {
  expect(isSample(value, subschemaAt(path) ?? {})).toBe(expected);
});
