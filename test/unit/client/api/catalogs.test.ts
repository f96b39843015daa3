import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listCatalogs, listDatabases } from '../../../../client/src/api/catalogs.ts';
import { catalogOf } from '../../../service/content.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { addressOf, readOptionsFor } from '../../../support/reads.ts';

let service: LocalService;

beforeEach(async () => (service = await startService()));
afterEach(async () => service.close());

describe('the catalogs of an instance', () => {
  test('are listed by name, with their descriptions', async () => {
    service.content.catalogs = [catalogOf('lake', 'Sales'), catalogOf('archive')];
    expect(await listCatalogs(addressOf(service), readOptionsFor(service))).toEqual({
      names: [{ name: 'lake', description: 'Sales' }, { name: 'archive' }],
      isComplete: true,
    });
  });
});

describe('the databases of a catalog', () => {
  test('are listed by name', async () => {
    service.content.databases = { lake: ['sales', 'inventory'] };
    expect(await listDatabases(addressOf(service), 'lake', readOptionsFor(service))).toEqual({
      names: [{ name: 'sales' }, { name: 'inventory' }],
      isComplete: true,
    });
  });

  test('are those of this catalog, whatever characters its name has', async () => {
    service.content.catalogs = [catalogOf('湖 a/b')];
    service.content.databases = { '湖 a/b': ['sales'] };
    const { names } = await listDatabases(addressOf(service), '湖 a/b', readOptionsFor(service));
    expect(names).toEqual([{ name: 'sales' }]);
  });
});
