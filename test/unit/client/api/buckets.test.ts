import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasObjects, listBuckets, listFolders } from '../../../../client/src/api/buckets.ts';
import { bucketOf } from '../../../service/content.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { addressOf, readOptionsFor } from '../../../support/reads.ts';

let service: LocalService;

beforeEach(async () => (service = await startService()));
afterEach(async () => service.close());

const many = (folder: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${folder}/${String(index).padStart(5, '0')}.parquet`);

test('buckets are listed page by page, with their regions', async () => {
  service.content.buckets = Array.from({ length: 1001 }, (_, index) => bucketOf(`bucket-${index}`));
  const { names, isComplete } = await listBuckets(addressOf(service), readOptionsFor(service));
  expect([names.length, isComplete]).toEqual([1001, true]);
  expect(names[0]).toEqual({ name: 'bucket-0', description: 'local' });
});

describe('the folders of a bucket', () => {
  test.each([
    ['', ['raw', 'tmp']],
    ['raw/', ['orders', 'returns']],
    ['raw/orders/', []],
    ['none/', []],
  ])('below "%s" are %j', async (prefix, expected) => {
    service.content.buckets = [bucketOf('b', 'raw/orders/a.csv', 'raw/returns/', 'readme.txt', 'tmp/x', '/odd')];
    const { names, isComplete } = await listFolders(addressOf(service), 'b', prefix, readOptionsFor(service));
    expect([names.map(({ name }) => name), isComplete]).toEqual([expected, true]);
  });

  test('are found behind one with many objects, which is passed over', async () => {
    service.content.buckets = [bucketOf('b', ...many('big', 9000), 'raw/a', 'raw0', 'small/b')];
    const { names, isComplete } = await listFolders(addressOf(service), 'b', '', readOptionsFor(service));
    expect([names.map(({ name }) => name), isComplete]).toEqual([['big', 'raw', 'small'], true]);
    expect(service.requests.of('listObjects')).toHaveLength(2);
  });

  test('may be more behind many objects that are in no folder', async () => {
    service.content.buckets = [bucketOf('b', ...many('file', 6000).map((name) => name.replace('/', '-')), 'raw/a')];
    expect(await listFolders(addressOf(service), 'b', '', readOptionsFor(service))).toEqual({
      names: [],
      isComplete: false,
    });
    expect(service.requests.of('listObjects')).toHaveLength(5);
  });
});

test.each([
  ['raw/', true],
  ['ra/', false],
  ['raw/empty/', true],
])('a folder exists if an object is in it: %s %s', async (prefix, expected) => {
  service.content.buckets = [bucketOf('b', 'raw/empty/')];
  expect(await hasObjects(addressOf(service), 'b', prefix, readOptionsFor(service))).toBe(expected);
});
