import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import manifest from '../../../../package.json' with { type: 'json' };
import { jobsUrl } from '../../../../client/src/api/jobs.ts';
import { readConnections, readEndpoint } from '../../../../client/src/connections/connection.ts';
import { emptyDraft, entriesOf } from '../../../../client/src/connections/entries.ts';
import { knownRegions } from '../../../../client/src/connections/regions.ts';
import { questionOf } from '../../../../client/src/connections/steps.ts';
import { runs } from '../../../support/fastCheck.ts';

const complete = { name: 'dev', region: 'cn-north-4', projectId: 'p', instanceId: 'i' };

describe('an endpoint', () => {
  test.each([
    ['https://lakeformation.cn-north-4.myhuaweicloud.com', 'https://lakeformation.cn-north-4.myhuaweicloud.com'],
    ['https://host/', 'https://host'],
    ['https://host:8443', 'https://host:8443'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%s is one', (address, origin) => {
    expect(readEndpoint(address)).toBe(origin);
  });

  test.each([
    ['no URL', 'lakeformation'],
    ['plain HTTP to another host', 'http://lakeformation.example.com'],
    ['a host that only looks like this machine', 'http://127.0.0.1.example.com'],
    ['another scheme', 'ftp://host'],
    ['a script', 'javascript:alert(1)'],
    ['a path', 'https://host/v1'],
    ['a query', 'https://host/?a=b'],
    ['a user', 'https://user@host'],
    ['nothing', ''],
  ])('%s is none', (_, address) => {
    expect(readEndpoint(address)).toBeUndefined();
  });
});

describe('the setting lakeformation.connections', () => {
  test('fills in the addresses of the region', () => {
    expect(readConnections([complete])).toEqual({
      usable: [
        {
          ...complete,
          endpoint: 'https://lakeformation.cn-north-4.myhuaweicloud.com',
          iamEndpoint: 'https://iam.cn-north-4.myhuaweicloud.com',
        },
      ],
      problems: [],
    });
  });

  test('takes other addresses, and what is production', () => {
    const own = { ...complete, endpoint: 'https://lake/', iamEndpoint: ' https://iam ', production: true, note: 'x' };
    expect(readConnections([own]).usable).toEqual([
      { ...complete, endpoint: 'https://lake', iamEndpoint: 'https://iam', production: true },
    ]);
  });

  test('offers the regions that the wizard offers', () => {
    const setting = manifest.contributes.configuration.properties['lakeformation.connections'];
    expect(setting.items.properties.region.examples).toEqual(knownRegions);
  });

  test.each([
    ['a text', 'dev', '"lakeformation.connections" must be an array of connections.'],
    ['null', null, '"lakeformation.connections" must be an array of connections.'],
    ['an entry that is a number', [7], 'Connection 1 must be an object.'],
    ['an entry without a name', [{ ...complete, name: ' ' }], 'Connection 1 has no name.'],
    ['an empty project id', [{ ...complete, projectId: '' }], 'Connection "dev" has no projectId.'],
    ['an instance id that is a number', [{ ...complete, instanceId: 1 }], 'Connection "dev" has no instanceId.'],
    [
      'an endpoint that is a number',
      [{ ...complete, endpoint: 1 }],
      'The endpoint of connection "dev" must be a string, such as https://host.',
    ],
    [
      'plain HTTP to another host',
      [{ ...complete, endpoint: 'http://host' }],
      'The endpoint of connection "dev" isn’t valid: http://host. Use https://host, without a path. Plain HTTP is allowed only on this computer.',
    ],
    [
      'an IAM endpoint that is a number',
      [{ ...complete, iamEndpoint: 1 }],
      'The iamEndpoint of connection "dev" must be a string, such as https://host.',
    ],
    [
      'plain HTTP to another IAM',
      [{ ...complete, iamEndpoint: 'http://host' }],
      'The iamEndpoint of connection "dev" isn’t valid: http://host. Use https://host, without a path. Plain HTTP is allowed only on this computer.',
    ],
    [
      'an IAM endpoint with a path',
      [{ ...complete, iamEndpoint: 'https://iam/v3' }],
      'The iamEndpoint of connection "dev" isn’t valid: https://iam/v3. Use https://host, without a path. Plain HTTP is allowed only on this computer.',
    ],
    [
      'production that is a text',
      [{ ...complete, production: 'true' }],
      '"production" of connection "dev" must be true or false.',
    ],
    [
      'a region that makes another host',
      [{ ...complete, region: 'x@elsewhere.example/' }],
      'The region of connection "dev" must contain only letters, digits, and hyphens, such as cn-north-4.',
    ],
    [
      'a region that makes another IAM',
      [{ ...complete, endpoint: 'https://lake', region: 'x@elsewhere.example/' }],
      'The region of connection "dev" must contain only letters, digits, and hyphens, such as cn-north-4.',
    ],
    ...['..', '.', 'a/b', 'a?b', 'a#b', 'a%2fb', 'a\u0000b', 'a\nb', '\ud800', 'a\\b', 'ä'].map(
      (id): [string, unknown, string] => [
        `the project ID ${JSON.stringify(id)}`,
        [{ ...complete, projectId: id }],
        'The projectId of connection "dev" must contain only letters, digits, and hyphens.',
      ],
    ),
    [
      'an instance ID that is a path',
      [{ ...complete, instanceId: '../x' }],
      'The instanceId of connection "dev" must contain only letters, digits, and hyphens.',
    ],
    [
      'the same name twice',
      [complete, complete],
      'Several connections are named "dev". Connection names must be unique.',
    ],
  ])('%s gets a sentence and no connection', (_, value, problem) => {
    expect(readConnections(value)).toEqual({ usable: [], problems: [problem] });
  });

  test('has no ID that makes another path, whether it is entered or read', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('.', '..', '/', '\\', '?', '#', '%', '%2e', ' ', '\ud800', 'a-1'),
    );
    const id = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(id, id, (projectId, instanceId) => {
        const [connection] = readConnections([{ ...complete, projectId, instanceId }]).usable;
        const remarks = (['projectId', 'instanceId'] as const).map((step) =>
          questionOf(step, emptyDraft, { otherNames: [] }).remarkOn(step === 'projectId' ? projectId : instanceId),
        );
        expect(remarks.some((remark) => remark?.isError === true)).toBe(connection === undefined);
        if (connection === undefined) return;
        const { pathname, search, hash } = new URL(jobsUrl(connection));
        expect(pathname).toBe(`/v1/${projectId.trim()}/instances/${instanceId.trim()}/lf-jobs`);
        expect(search + hash).toBe('');
      }),
      runs(2000),
    );
  });

  describe('repeats no password', () => {
    const password = randomUUID();
    test.each<[string, string]>([
      ['a user and a password', `https://me:${password}@host`],
      ['a password with a path behind it', `https://me:${password}@host/v1`],
      ['a password without a scheme', `me:${password}@host`],
      ['a password in what is no address', `https//me:${password}@ho st`],
      ['a password before an @ that is written %40', `https://me:${password}%40host`],
      ['a token in the query', `https://host/?token=${password}`],
      ['a token in the fragment', `https://host/#\n${password}`],
    ])('of %s', (_, address) => {
      for (const key of ['endpoint', 'iamEndpoint']) {
        const entries = [{ ...complete, [key]: address }];
        const { usable, problems } = readConnections(entries);
        expect([usable, problems]).toEqual([[], [expect.stringMatching(`^The ${key} of connection "dev" `)]]);
        expect(problems.join()).not.toContain(password);
        expect(JSON.stringify(entriesOf(entries)?.map(({ problem }) => problem))).not.toContain(password);
      }
    });

    test('and reports what is wrong', () => {
      const entry = { ...complete, iamEndpoint: `https://me:${password}@iam` };
      expect(readConnections([entry]).problems).toEqual([
        'The iamEndpoint of connection "dev" can’t contain a user name or password. Use https://host, without a path. Plain HTTP is allowed only on this computer.',
      ]);
    });
  });

  test('one wrong entry doesn’t spoil the others', () => {
    const { usable, problems } = readConnections([complete, { name: 'prod' }]);
    expect(usable.map(({ name }) => name)).toEqual(['dev']);
    expect(problems).toEqual(['Connection "prod" has no region.']);
  });
});
