import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documented } from '../../service/answers.ts';
import { bucketOf, principalOf } from '../../service/content.ts';
import { valueAt } from '../../service/json.ts';
import { startService, type LocalService } from '../../service/service.ts';
import { request, type Reply } from './serviceClient.ts';

let service: LocalService;

beforeEach(async () => (service = await startService()));
afterEach(async () => service.close());

async function get(path: string, token = service.tokens.issue()): Promise<Reply> {
  const { url, projectId, instanceId } = service;
  const filled = path.replace('{project}', projectId).replace('{instance}', `${projectId}/instances/${instanceId}`);
  return request(`${url}${filled}`, 'GET', token);
}

test('catalogs are a bare array', async () => {
  const { body } = await get('/v1/{instance}/catalogs');
  expect(Array.isArray(body) && body.map((catalog) => valueAt(catalog, 'catalog_name'))).toEqual([
    'hive',
    'lake',
    'archive',
  ]);
});

test.each([
  ['lake/databases/names', ['default', 'inventory', 'sales']],
  ['lake/databases/names?database_pattern=sal', ['sales']],
  ['hive/databases/names', ['default']],
])('the databases of %s', async (path, expected) => {
  expect(await get(`/v1/{instance}/catalogs/${path}`)).toMatchObject({ status: 200, body: expected });
});

test('a catalog that isn’t there has no databases', async () => {
  expect(await get('/v1/{instance}/catalogs/none/databases/names')).toMatchObject(documented.notFound);
});

describe.each([
  ['users', 'user_source', 'users', 'user_name'],
  ['groups', 'group_source', 'user_group', 'group_name'],
] as const)('%s', (kind, source, list, name) => {
  beforeEach(() => {
    service.content[kind] = [...['a', 'b', 'c'].map((one) => principalOf(one)), principalOf('d', 'LDAP')];
  });

  async function names(query: string): Promise<readonly unknown[]> {
    const { body } = await get(`/v1/{instance}/${kind}?${query}`);
    const entries = valueAt(body, list);
    if (!Array.isArray(entries)) throw new Error('No list');
    const next = valueAt(body, 'page_info', 'next_marker');
    return [...entries.map((entry) => valueAt(entry, name)), next === '' ? 'end' : 'more'];
  }

  test.each([
    ['', ['a', 'b', 'c', 'end']],
    [`${source}=LDAP`, ['d', 'end']],
    ['limit=2', ['a', 'b', 'more']],
    ['limit=2000', ['a', 'b', 'c', 'end']],
  ])('?%s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test('go on from the marker', async () => {
    const marker = valueAt((await get(`/v1/{instance}/${kind}?limit=2`)).body, 'page_info', 'next_marker');
    expect(await names(`limit=2&marker=${String(marker)}`)).toEqual(['c', 'end']);
  });

  test.each(['limit=0', 'limit=2001', 'limit=a', `${source}=OTHERS`, 'marker=none'])(
    '?%s is refused',
    async (query) => {
      expect(await get(`/v1/{instance}/${kind}?${query}`)).toMatchObject(documented.badRequest);
    },
  );
});

test('roles are a bare array of names', async () => {
  expect(await get('/v1/{instance}/roles/names')).toMatchObject({ status: 200, body: ['lake_admin', 'lake_reader'] });
});

test('buckets have a total, and no objects', async () => {
  service.content.buckets = [bucketOf('a', 'x'), bucketOf('b')];
  const { body } = await get('/v1/{project}/obs/buckets?offset=1&limit=1');
  expect(body).toMatchObject({ total: 2, buckets: [{ name: 'b', location: 'local' }] });
  expect(JSON.stringify(body)).not.toContain('objects');
});

describe('the objects of a bucket', () => {
  beforeEach(() => {
    service.content.buckets = [bucketOf('b', 'raw/2', 'raw/1', 'tmp/', 'a')];
  });

  test.each([
    ['limit=10', ['a', 'raw/1', 'raw/2', 'tmp/'], undefined],
    ['limit=2', ['a', 'raw/1'], 'raw/2'],
    ['limit=2&marker=raw/2', ['raw/2', 'tmp/'], undefined],
    ['limit=1&prefix=raw/', ['raw/1'], 'raw/2'],
    ['limit=10&prefix=none', [], undefined],
  ])('?%s', async (query, names, next) => {
    const { body } = await get(`/v1/{project}/obs/buckets/b?${query}`);
    expect([valueAt(body, 'object_names'), valueAt(body, 'next_marker')]).toEqual([names, next]);
  });

  test.each(['', 'limit=0', 'limit=1001'])('?%s is refused', async (query) => {
    expect(await get(`/v1/{project}/obs/buckets/b?${query}`)).toMatchObject(documented.badRequest);
  });

  test('of another bucket aren’t found', async () => {
    expect(await get('/v1/{project}/obs/buckets/c?limit=1')).toMatchObject(documented.notFound);
  });
});

describe('the agency for jobs', () => {
  test.each([
    [true, 'JOB_TRUST', { agency_type: 'JOB_TRUST' }],
    [false, 'JOB_TRUST', {}],
    [true, 'ADMIN_TRUST', {}],
  ])('is there: %s %s', async (isAuthorized, type, body) => {
    service.content.isAuthorized = isAuthorized;
    expect((await get(`/v2/agency?agency_type=${type}`)).body).toEqual(body);
  });

  test('has a type', async () => {
    expect(await get('/v2/agency')).toMatchObject(documented.badRequest);
  });
});

test.each(['/v1/{instance}/catalogs', '/v1/{project}/obs/buckets', '/v2/agency?agency_type=JOB_TRUST'])(
  '%s needs a token',
  async (path) => {
    expect(await get(path, 'none')).toMatchObject(documented.unauthorized);
  },
);
