import { expect, test } from 'vitest';
import { prerequisitesOf } from '../../../../client/src/instance/prerequisites.ts';
import { jobWithProperties } from '../../../support/jobs.ts';

const authorization = { kind: 'authorization' };
const catalog = { kind: 'catalog', property: 'target_catalog', name: 'lake' };

test('a discovery needs the authorization, its catalog, and its files', () => {
  expect(
    prerequisitesOf(jobWithProperties('metadata_discovery_parameter', '"data_location": "obs://lake-sales/raw"')),
  ).toEqual([
    authorization,
    catalog,
    { kind: 'path', property: 'data_location', path: 'obs://lake-sales/raw', bucket: 'lake-sales', prefix: 'raw/' },
  ]);
});

test('a permission migration needs the exported permissions', () => {
  const path = 'obs://lake-permissions/ranger/';
  expect(prerequisitesOf(jobWithProperties('permission_migration_parameter', `"location": "${path}"`))).toEqual([
    authorization,
    { kind: 'path', property: 'location', path, bucket: 'lake-permissions', prefix: 'ranger/' },
  ]);
});

test('a metadata migration needs its catalog', () => {
  expect(prerequisitesOf(jobWithProperties('metadata_migration_parameter', '"target_catalog": "lake"'))).toEqual([
    authorization,
    catalog,
  ]);
});

test.each(['"${env:BUCKET}"', '"obs://${secret:A}/raw"', '"raw"', '"obs://"', '"obs://../raw"', '7', '"har://b/c"'])(
  'a path that can’t be asked about is left out: %s',
  (path) => {
    expect(prerequisitesOf(jobWithProperties('metadata_discovery_parameter', `"data_location": ${path}`))).toEqual([
      authorization,
      catalog,
    ]);
  },
);

test.each(['', '{}', '{ "type": "OTHER" }', '[]'])(
  'a job without a valid type needs nothing that is known: %s',
  (text) => {
    expect(prerequisitesOf(text)).toEqual([]);
  },
);
