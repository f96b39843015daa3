import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ApiError } from '../../../../client/src/api/errors.ts';
import { readValues } from '../../../../client/src/instance/readValues.ts';
import type { InstanceQuery } from '../../../../language/src/rules/instance/query.ts';
import { documented, unreadable, type Answer } from '../../../service/answers.ts';
import type { Fault } from '../../../service/faults.ts';
import { instanceOf } from '../../../service/instances.ts';
import type { OperationName } from '../../../service/router.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { addressOf, readOptionsFor } from '../../../support/reads.ts';

let service: LocalService;

beforeEach(async () => (service = await startService()));
afterEach(async () => service.close());

const reads: readonly [InstanceQuery, OperationName, readonly string[]][] = [
  [{ kind: 'catalogs' }, 'listCatalogs', ['hive', 'lake', 'archive']],
  [{ kind: 'databases', catalog: 'lake' }, 'listDatabaseNames', ['default', 'inventory', 'sales']],
  [{ kind: 'users', source: 'IAM' }, 'listUsers', ['engineer', 'auditor']],
  [{ kind: 'groups', source: 'IAM' }, 'listGroups', ['analysts', 'data_engineers']],
  [{ kind: 'roles' }, 'listRoleNames', ['lake_admin', 'lake_reader']],
  [{ kind: 'buckets' }, 'listBuckets', ['lake', 'lake-logs', 'lake-permissions', 'lake-sales']],
  [{ kind: 'folders', bucket: 'lake-sales', prefix: '' }, 'listObjects', ['archive', 'raw']],
  [{ kind: 'instances' }, 'listInstances', ['2180518f-42b8-4947-b20b-adfc53981a25']],
];

describe.each(reads)('%j', (query, operation, expected) => {
  test('is one request', async () => {
    const list = await readValues(query, addressOf(service), readOptionsFor(service));
    expect([list.names.map(({ name }) => name), list.isComplete]).toEqual([expected, true]);
    expect(service.requests.all.map((request) => request.operation)).toEqual([operation]);
  });

  const busy: Answer = { ...documented.tooMany, headers: { 'Retry-After': '1' } };
  test.each<[string, Fault, object]>([
    ['401', { kind: 'answer', answer: documented.unauthorized }, { kind: 'rejected', status: 401 }],
    ['403', { kind: 'answer', answer: documented.noPermission }, { kind: 'rejected', status: 403 }],
    ['404', { kind: 'answer', answer: documented.unknownApi }, { kind: 'rejected', status: 404 }],
    ['429 again and again', { kind: 'answer', answer: busy }, { kind: 'rejected', status: 429 }],
    ['500', { kind: 'answer', answer: documented.internal }, { kind: 'rejected', status: 500 }],
    ['a page of a proxy', { kind: 'answer', answer: unreadable.html }, { kind: 'unreadable', status: 200 }],
    ['another shape', { kind: 'answer', answer: { status: 200, body: { a: 1 } } }, { kind: 'unreadable' }],
    ['null', { kind: 'answer', answer: { status: 200, body: 'null' } }, { kind: 'unreadable' }],
    ['nothing', { kind: 'answer', answer: { status: 200 } }, { kind: 'unreadable' }],
    ['half an answer', { kind: 'cut', when: 'midAnswer' }, { kind: 'lost' }],
  ])('fails with %s', async (_, fault, failure) => {
    service.faults.next(operation, fault, 9);
    const reading = readValues(query, addressOf(service), readOptionsFor(service));
    await expect(reading).rejects.toThrow(ApiError);
    await expect(reading).rejects.toMatchObject({ failure });
  });

  test('waits while the service is busy', async () => {
    service.faults.next(operation, { kind: 'answer', answer: busy });
    const { names } = await readValues(query, addressOf(service), readOptionsFor(service));
    expect(names.map(({ name }) => name)).toEqual(expected);
  });
});

test('instances have their names and statuses, also those that don’t run', async () => {
  service.instances.push(instanceOf('second', { name: 'prod', status: 'FROZEN_RELEASABLE' }));
  const { names } = await readValues({ kind: 'instances' }, addressOf(service), readOptionsFor(service));
  expect(names.map(({ description }) => description)).toEqual(['lakeformation · RUNNING', 'prod · FROZEN_RELEASABLE']);
});

test.each<InstanceQuery>([
  { kind: 'databases', catalog: '..' },
  { kind: 'databases', catalog: 'a/b' },
  { kind: 'databases', catalog: '\ud800' },
  { kind: 'databases', catalog: 'x'.repeat(257) },
  { kind: 'users', source: 'iam&limit=1' },
  { kind: 'groups', source: '' },
  { kind: 'folders', bucket: '..', prefix: '' },
  { kind: 'folders', bucket: 'a b', prefix: '' },
  { kind: 'folders', bucket: 'bucket', prefix: 'x'.repeat(1025) },
  { kind: 'folders', bucket: 'bucket', prefix: '\n' },
])('a document can’t have anything else requested: %j', async (query) => {
  const list = await readValues(query, addressOf(service), readOptionsFor(service));
  expect(list).toEqual({ names: [], isComplete: false });
  expect(service.requests.all).toEqual([]);
});
