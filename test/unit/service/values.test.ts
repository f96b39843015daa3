import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documented } from '../../service/answers.ts';
import { firstViolation } from '../../service/page/check.ts';
import { keepsRule } from '../../service/page/rules.ts';
import { rows } from '../../service/page/table.ts';
import { startService, type LocalService } from '../../service/service.ts';
import { fullJobWith } from './sampleJobs.ts';
import { jobsUrl, request } from './serviceClient.ts';

const migration = '/parameter/metadata_migration_parameter';
const permission = '/parameter/permission_migration_parameter';
const relations = `${permission}/ranger_permission_migration_principal_relas`;
const discovery = '/parameter/metadata_discovery_parameter';
const principal = `${discovery}/principals/0`;

let service: LocalService;

beforeAll(async () => {
  service = await startService();
});

afterAll(async () => service.close());

/** What the service responds to a value of a property: its status, and the property that the check names. */
async function verdict(body: unknown): Promise<string> {
  const { status, body: answer } = await request(jobsUrl(service), 'POST', service.tokens.issue(), body);
  if (status === 400) expect(answer).toEqual(documented.badRequest.body);
  return `${status} ${firstViolation(body) ?? 'nothing'}`;
}

const enumerations: readonly (readonly [pointer: string, values: string, wrong: string])[] = [
  ['/type', 'METADATA_MIGRATION PERMISSION_MIGRATION METADATA_DISCOVERY', 'MIGRATION'],
  [
    `${migration}/datasource_type`,
    'ALIYUN_DLF MRS_RDS_FOR_MYSQL OPEN_FOR_MYSQL MRS_RDS_FOR_PG MRS_LOCAL_GAUSSDB',
    'DLF',
  ],
  [`${migration}/conflict_strategy`, 'UPSERT', 'UPDATE'],
  [`${migration}/sync_objects/0`, 'DATABASE FUNCTION TABLE PARTITION', 'string'],
  [`${migration}/network_type`, 'EIP VPC_PEERING', 'VPC'],
  [`${permission}/policy_type`, 'DLF RANGER LAKEFORMATION', 'HDFS'],
  [`${relations}/user_to`, 'IAM_USER IAM_GROUP ROLE', 'USER'],
  [`${relations}/group_to`, 'IAM_USER IAM_GROUP ROLE', 'GROUP'],
  [`${relations}/role_to`, 'IAM_USER IAM_GROUP ROLE', 'IAM_ROLE'],
  [`${discovery}/conflict_strategy`, 'UPDATE INSERT UPSERT', 'DELETE'],
  [`${discovery}/file_discovery_type`, 'PARQUET CSV JSON ORC TEXT AVRO ALL', 'AUTO'],
  [`${discovery}/quote`, 'DOUBLE_QUOTE SINGLE_QUOTE NULL_QUOTE', '"'],
  [`${discovery}/rediscovery_policy`, 'FULL_DISCOVERY INCREMENTAL_DISCOVERY', 'FULL'],
  [`${discovery}/execute_strategy`, 'MANNUAL SCHEDULE', 'MANUAL'],
  [`${principal}/principal_type`, 'USER GROUP ROLE SHARE OTHER', 'OTHERS'],
  [`${principal}/principal_source`, 'IAM SAML LDAP LOCAL AGENTTENANT OTHER', 'AGENT_TENANT'],
];

describe('an enumeration', () => {
  test('is in this table for every one of the page; execute_frequency is with the schedules', () => {
    const inTable = rows.filter(({ rule }) => rule.startsWith('one of ')).map(({ parameter }) => parameter);
    const here = enumerations.map(([pointer]) => pointer.replace('/0', '').replace(/.*\//, ''));
    expect([...here, 'execute_frequency'].sort()).toEqual(inTable.sort());
  });

  test.each(enumerations)('%s is one of %s, and not %s', async (pointer, values, wrong) => {
    for (const value of values.split(' ')) {
      expect(await verdict(fullJobWith(pointer, value)), value).toBe('201 nothing');
    }
    for (const value of [wrong, '', ` ${values}`, values.split(' ')[0]?.toLowerCase()]) {
      expect(await verdict(fullJobWith(pointer, value)), value).toBe(`400 ${pointer}`);
    }
  });
});

describe('a limit', () => {
  const letters = 'abcxyzABCXYZ0189_';
  test.each<[pointer: string, allowed: readonly unknown[], refused: readonly unknown[]]>([
    [
      '/name',
      ['a'.repeat(4), 'a'.repeat(255), letters],
      ['', 'abc', 'a'.repeat(256), 'job-1', 'job 1', 'job.1', 'job1\n'],
    ],
    ['/description', ['', 'a'.repeat(4000), '😀'.repeat(4000)], ['a'.repeat(4001), '😀'.repeat(4001)]],
    [
      `${migration}/datasource_parameter/username`,
      ['', 'a', 'a'.repeat(255), 'Root1'],
      ['a'.repeat(256), 'a_b', 'a-b', 'a b'],
    ],
    [
      `${permission}/file_name`,
      ['', 'policies.json', 'a b_c-d', 'a'.repeat(4000)],
      ['<', '>', ':', '"', '/', '\\', '|', '?', '*'].map((character) => `a${character}b`),
    ],
    [`${discovery}/file_sample_rate`, [0, 1, 99, 100], [-1, 101, 0.5]],
    [`${discovery}/execute_day`, [1, 31, '1', '31', '*'], [0, 32, '0', '32', '', '**', '-1', 'MONDAY']],
    [`${discovery}/execute_hour`, [0, 23, '0', '23', '*'], [-1, 24, '24', '', '1.5']],
    [`${discovery}/execute_minute`, [0, 59, '0', '59'], [-1, 60, '60', '', '*']],
    [`${principal}/principal_name`, ['a', 'a'.repeat(49), `${letters}-.`], ['', 'a'.repeat(50), 'a b', 'a@b', 'a/b']],
  ])('of %s has two sides', async (pointer, allowed, refused) => {
    for (const value of allowed) {
      expect(await verdict(fullJobWith(pointer, value)), String(value)).toBe('201 nothing');
    }
    for (const value of refused) {
      expect(await verdict(fullJobWith(pointer, value)), String(value)).toBe(`400 ${pointer}`);
    }
  });
});

describe('a schedule', () => {
  test.each([
    ['MONTHLY', '1', '0', 'nothing'],
    ['MONTHLY', 31, 23, 'nothing'],
    ['MONTHLY', '32', '0', 'execute_day'],
    ['MONTHLY', '*', '0', 'execute_day'],
    ['MONTHLY', '1', '*', 'execute_hour'],
    ['WEEKLY', '1', '0', 'nothing'],
    ['WEEKLY', 7, 23, 'nothing'],
    ['WEEKLY', '8', '0', 'execute_day'],
    ['WEEKLY', 0, '0', 'execute_day'],
    ['WEEKLY', '1', '24', 'execute_hour'],
    ['DAILY', '*', '0', 'nothing'],
    ['DAILY', '*', 23, 'nothing'],
    ['DAILY', '1', '0', 'execute_day'],
    ['DAILY', '*', '*', 'execute_hour'],
    ['HOURLY', '*', '*', 'nothing'],
    ['HOURLY', '1', '*', 'execute_day'],
    ['HOURLY', '*', '0', 'execute_hour'],
    ['MONLY', '1', '0', 'execute_frequency'],
    ['', '1', '0', 'execute_frequency'],
    ['monthly', undefined, undefined, 'execute_frequency'],
    ['WEEKLY', undefined, undefined, 'nothing'],
  ])('%s on day %s at hour %s: wrong is %s', async (frequency, day, hour, wrong) => {
    const times = { execute_frequency: frequency, execute_day: day, execute_hour: hour };
    const block = { ...discoveryBlock, ...times };
    const violation = wrong === 'nothing' ? '201 nothing' : `400 ${discovery}/${wrong}`;
    expect(await verdict(fullJobWith(discovery, block))).toBe(violation);
  });
});

const discoveryBlock = {
  data_location: 'a',
  target_catalog: 'a',
  target_database: 'a',
  conflict_strategy: 'UPDATE',
  file_discovery_type: 'ORC',
  log_location: 'a',
  instance_id: 'a',
};

test.each(['at least 3', 'letters, runes'])('the rule "%s" is none that the table can have', (rule) => {
  expect(() => keepsRule(rule, 'a', {})).toThrow('not understood');
});
