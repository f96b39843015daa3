import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documented } from '../../service/answers.ts';
import { firstViolation } from '../../service/page/check.ts';
import { rows } from '../../service/page/table.ts';
import { startService, type LocalService } from '../../service/service.ts';
import { fullJob, fullJobWith, propertiesOf, smallJob } from './sampleJobs.ts';
import { jobsUrl, request } from './serviceClient.ts';

const migration = '/parameter/metadata_migration_parameter';
const permission = '/parameter/permission_migration_parameter';
const discovery = '/parameter/metadata_discovery_parameter';
const location = { key: 'a', value: 'b' };

let service: LocalService;

beforeAll(async () => {
  service = await startService();
});

afterAll(async () => service.close());

async function expectAccepted(body: unknown): Promise<void> {
  expect(firstViolation(body)).toBeUndefined();
  expect(await request(jobsUrl(service), 'POST', service.tokens.issue(), body)).toMatchObject({ status: 201 });
}

/** The answer never contains the place; the check does, so that a case is refused for its own reason. */
async function expectRefused(body: unknown, where: string): Promise<void> {
  expect(firstViolation(body)).toBe(where);
  const answer = await request(jobsUrl(service), 'POST', service.tokens.issue(), body);
  expect(answer).toMatchObject(documented.badRequest);
}

test('the table has the 70 properties of the page, and the full job all but execute_frequency', () => {
  const inTable = rows.map(({ parameter }) => parameter).filter((parameter) => parameter !== 'execute_frequency');
  const inJob = propertiesOf().map(([pointer]) => pointer.replace(/.*\//, ''));
  expect(inTable).toHaveLength(69);
  expect(inJob.sort()).toEqual(inTable.sort());
});

const required = [
  ...['/name', '/type', '/parameter'],
  ...['datasource_type', 'datasource_parameter', 'source_catalog', 'target_catalog', 'conflict_strategy'].map(
    (name) => `${migration}/${name}`,
  ),
  ...['log_location', 'sync_objects', 'locations', 'instance_id'].map((name) => `${migration}/${name}`),
  ...['key', 'value'].map((name) => `${migration}/locations/0/${name}`),
  ...['location', 'log_location', 'policy_type', 'instance_id'].map((name) => `${permission}/${name}`),
  ...['data_location', 'target_catalog', 'target_database', 'conflict_strategy'].map((name) => `${discovery}/${name}`),
  ...['file_discovery_type', 'log_location', 'instance_id'].map((name) => `${discovery}/${name}`),
  ...['type', 'source', 'name'].map((name) => `${discovery}/principals/0/principal_${name}`),
];
const optional = propertiesOf()
  .map(([pointer]) => pointer)
  .filter((pointer) => !required.includes(pointer));

describe('required', () => {
  test.each(required)('%s', async (pointer) => expectRefused(fullJobWith(pointer, undefined), pointer));

  test.each(optional)('not %s', async (pointer) => expectAccepted(fullJobWith(pointer, undefined)));
});

describe('the type', () => {
  const numberToo = ['execute_day', 'execute_hour', 'execute_minute'].map((name) => `${discovery}/${name}`);
  const wrongValues = (value: unknown): readonly unknown[] => {
    if (typeof value === 'string') return [true, 1.5, null, {}, ['a']];
    if (typeof value === 'boolean') return ['true', 1, null];
    if (typeof value === 'number') return ['1', 1.5, null, true];
    return [Array.isArray(value) ? {} : [], 'a', 1, null];
  };
  const cases = propertiesOf().flatMap(([pointer, value]) => wrongValues(value).map((wrong) => ({ pointer, wrong })));

  test.each(cases)('of $pointer isn’t that of $wrong', async ({ pointer, wrong }) =>
    expectRefused(fullJobWith(pointer, wrong), pointer),
  );

  test.each(optional.filter((pointer) => typeof valueOf(pointer) === 'string' && !numberToo.includes(pointer)))(
    'of %s is not a number',
    async (pointer) => expectRefused(fullJobWith(pointer, 1), pointer),
  );

  test.each(numberToo)('of %s is a text, as in the table, or a number, as in the example', async (pointer) => {
    await expectAccepted(fullJobWith(pointer, '7'));
    await expectAccepted(fullJobWith(pointer, 7));
  });

  test.each(['/', 'a', '"a"', '[]', 'null', '1', '', '{'])('of the body %s isn’t an object', async (body) => {
    const answer = await request(jobsUrl(service), 'POST', service.tokens.issue(), body);
    expect(answer).toMatchObject(documented.badRequest);
  });
});

function valueOf(pointer: string): unknown {
  return propertiesOf().find(([candidate]) => candidate === pointer)?.[1];
}

describe('what the page doesn’t rule out is accepted', () => {
  test.each([
    ['the smallest job', smallJob],
    ['every property', fullJob],
    ['a job without a block', fullJobWith('/parameter', {})],
    ['the blocks of other job types', fullJobWith('/type', 'PERMISSION_MIGRATION')],
    ['unknown properties, at the top', fullJobWith('/tags', [{ key: 'a' }])],
    ['unknown properties, inside', fullJobWith(`${migration}/datasource_parameter/security_group_id`, 1)],
    ['properties that are named like those of every object', { ...fullJob, constructor: 1 }],
    ['no object to migrate', fullJobWith(`${migration}/sync_objects`, [])],
    ['a path that is not in OBS', fullJobWith(`${discovery}/data_location`, '')],
    ['an instance id that is not a UUID', fullJobWith(`${discovery}/instance_id`, 'abcdefgh12345678abcdefgh12345678')],
    ['any depth', fullJobWith(`${discovery}/table_depth`, -1)],
  ])('%s', async (_, body) => expectAccepted(body));
});

/**
 * The example prints "string" where the values of sync_objects are due: a placeholder of the generator that wrote it, and
 * none of the four values of the table. The service goes by the table and refuses it.
 */
describe('the page’s own example', () => {
  const example: unknown = JSON.parse(
    readFileSync(new URL('../../fixtures/page/example.lfjob.json', import.meta.url), 'utf8'),
  );

  test('is refused for the placeholder in sync_objects', async () =>
    expectRefused(example, `${migration}/sync_objects/0`));

  test('is accepted with a value in its place', async () => {
    const text = JSON.stringify(example).replace('"sync_objects":["string"]', '"sync_objects":["DATABASE"]');
    await expectAccepted(JSON.parse(text));
  });
});

test('20 locations are accepted, 21 aren’t, and each is checked', async () => {
  const pointer = `${migration}/locations`;
  await expectAccepted(fullJobWith(pointer, []));
  await expectAccepted(fullJobWith(pointer, Array(20).fill(location)));
  await expectRefused(fullJobWith(pointer, Array(21).fill(location)), pointer);
  await expectRefused(fullJobWith(pointer, [location, { key: 'a' }]), `${pointer}/1/value`);
});
