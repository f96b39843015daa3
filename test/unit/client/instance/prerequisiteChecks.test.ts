import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CheckedPrerequisite } from '../../../../client/src/instance/prerequisiteChecks.ts';
import { prerequisitesOf, type Prerequisite } from '../../../../client/src/instance/prerequisites.ts';
import { documented, unreadable, type Answer } from '../../../service/answers.ts';
import { bucketOf, catalogOf } from '../../../service/content.ts';
import type { OperationName } from '../../../service/router.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { openWindow } from '../../../support/submitWindow.ts';

let service: LocalService;

beforeEach(async () => (service = await startService()));
afterEach(async () => service.close());

const authorization: Prerequisite = { kind: 'authorization' };
const catalog: Prerequisite = { kind: 'catalog', property: 'target_catalog', name: 'lake' };
const pathTo = (bucket: string, prefix: string): Prerequisite => ({
  ...{ kind: 'path', property: 'data_location', path: `obs://${bucket}/${prefix}` },
  bucket,
  prefix,
});
const path = pathTo('lake-sales', 'raw/');

type Check = (prerequisites: readonly Prerequisite[], isFresh?: boolean) => Promise<readonly CheckedPrerequisite[]>;

/** Returns the check of a window, with a clock. */
function checkIn(clock = { now: 0 }): Check {
  const { services } = openWindow(service, { now: () => clock.now });
  const credential = { kind: 'token', token: service.tokens.issue() } as const;
  return async (prerequisites, isFresh) => {
    const [connection] = services.usableConnections();
    if (connection === undefined) throw new Error('There is no connection.');
    const { signal } = new AbortController();
    return services.prerequisites.check(connection, credential, prerequisites, signal, isFresh);
  };
}

async function states(...prerequisites: Prerequisite[]): Promise<string[]> {
  return (await checkIn()(prerequisites)).map(({ state }) => state);
}

describe('a prerequisite', () => {
  test('is met where the instance has it', async () => {
    expect(await states(authorization, catalog, path)).toEqual(['met', 'met', 'met']);
  });

  test('is missing where the instance doesn’t have it', async () => {
    service.content.isAuthorized = false;
    service.content.catalogs = [catalogOf('other')];
    service.content.buckets = [bucketOf('lake-sales', 'archive/x')];
    expect(await states(authorization, catalog, path)).toEqual(['missing', 'missing', 'missing']);
  });

  test.each([
    ['no-bucket', 'raw/', 'missing'],
    ['no-bucket', '', 'missing'],
    ['empty-bucket', '', 'met'],
    ['empty-bucket', 'raw/', 'missing'],
  ])('is a bucket, or objects in a folder of it: %s/%s %s', async (bucket, prefix, state) => {
    service.content.buckets = [bucketOf('empty-bucket')];
    expect(await states(pathTo(bucket, prefix))).toEqual([state]);
  });

  test.each([
    ['obs://files/ranger/policies.json', 'met'],
    ['obs://files/ranger', 'met'],
    ['obs://files/ranger/', 'met'],
    ['obs://files/ranger/policies.json/', 'missing'],
    ['obs://files/ranger/policies', 'missing'],
    ['obs://files/rang', 'missing'],
  ])('is a folder, or a file where the path has no slash at its end: %s', async (location, state) => {
    service.content.buckets = [bucketOf('files', 'ranger/policies.json', 'ranger/policies.json.bak')];
    const parameter = { permission_migration_parameter: { location } };
    const job = JSON.stringify({ type: 'PERMISSION_MIGRATION', parameter });
    expect(await states(...prerequisitesOf(job).filter(({ kind }) => kind === 'path'))).toEqual([state]);
  });

  test.each<[Prerequisite, OperationName]>([
    [authorization, 'showAgency'],
    [catalog, 'listCatalogs'],
    [path, 'listObjects'],
  ])('is unknown where the request fails: %j', async (prerequisite, operation) => {
    const answers: Answer[] = [
      ...[documented.noPermission, documented.unknownApi, documented.internal, documented.badGateway],
      ...[unreadable.html, { status: 200, body: '7' }],
    ];
    const check = checkIn();
    for (const answer of answers) {
      service.faults.next(operation, { kind: 'answer', answer });
      const [checked] = await check([prerequisite]);
      expect([checked?.state, checked?.failure === undefined]).toEqual(['unknown', false]);
    }
  });
});

describe('the memory of a connection', () => {
  test('has the authorization for an hour, and the rest for 5 minutes', async () => {
    const clock = { now: 0 };
    const check = checkIn(clock);
    const requested = async (now: number): Promise<(string | undefined)[]> => {
      clock.now = now;
      service.requests.clear();
      await check([authorization, catalog, path]);
      return service.requests.all.map(({ operation }) => operation).sort();
    };
    expect(await requested(0)).toEqual(['listCatalogs', 'listObjects', 'showAgency']);
    expect(await requested(5 * 60_000 - 1)).toEqual([]);
    expect(await requested(5 * 60_000)).toEqual(['listCatalogs', 'listObjects']);
    expect(await requested(60 * 60_000)).toEqual(['listCatalogs', 'listObjects', 'showAgency']);
  });

  test('doesn’t have what was missing', async () => {
    const check = checkIn();
    service.content.isAuthorized = false;
    expect(await check([authorization])).toMatchObject([{ state: 'missing' }]);
    service.content.isAuthorized = true;
    expect(await check([authorization])).toMatchObject([{ state: 'met' }]);
  });

  test('is passed over on demand', async () => {
    const check = checkIn();
    await check([authorization]);
    service.content.isAuthorized = false;
    expect(await check([authorization], true)).toMatchObject([{ state: 'missing' }]);
    expect(await check([authorization])).toMatchObject([{ state: 'missing' }]);
  });
});
