import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../language/src/documents/parse.ts';
import { isObject } from '../../../language/src/documents/value.ts';
import { diagnostics } from '../../../language/src/features/diagnostics.ts';
import { firstViolation } from '../../service/page/check.ts';
import { documentOf } from '../../support/cursor.ts';
import { violations } from '../../support/violations.ts';
import { spanOfValue } from './editedJob.ts';
import { reportAt } from './reported.ts';

const valid = new URL('../../fixtures/valid/', import.meta.url);
const page = new URL('../../fixtures/page/example.lfjob.json', import.meta.url);
const examples = new URL('../../../examples/', import.meta.url);

const read = (name: string, folder: URL): string => readFileSync(new URL(name, folder), 'utf8');
const jobsIn = (folder: URL): string[] => readdirSync(folder).filter((name) => name.endsWith('.lfjob.json'));

/**
 * Legal documents that the sources don't wholly agree on, or with values that are references, which only LakeFormation
 * Jobs knows; by the schema alone, all others have nothing to report.
 */
const doubtful: Readonly<Record<string, readonly string[]>> = {
  'discovery_referenced_frequency.lfjob.json': ['enum error'],
  'permission_referenced_policy.lfjob.json': ['enum error'],
  'migration_referenced_instance.lfjob.json': ['pattern information'],
  'migration_referenced_url.lfjob.json': ['pattern warning'],
  'discovery_short_instance_id.lfjob.json': ['pattern information'],
  'discovery_chinese_database.lfjob.json': ['pattern warning'],
  'discovery_principals.lfjob.json': ['pattern warning'],
  'migration_chinese_texts.lfjob.json': ['pattern warning'],
};

/** What the editor remarks in legal documents, by severity as in the protocol; in all others nothing. */
const remarkable: Readonly<Record<string, readonly string[]>> = {
  'all_three_blocks.lfjob.json': ['2 unused-block', '2 unused-block'],
  'discovery_chinese_database.lfjob.json': ['2 wrong-form'],
  'discovery_monthly.lfjob.json': ['3 short-months'],
  'discovery_notification.lfjob.json': ['4 newer-edition', '4 newer-edition'],
  'discovery_principals.lfjob.json': ['2 hyphen-in-name', '2 wrong-form'],
  'discovery_schedule_in_numbers.lfjob.json': ['4 number-for-string', '4 number-for-string', '4 number-for-string'],
  'discovery_short_instance_id.lfjob.json': ['3 wrong-form'],
  'migration_chinese_texts.lfjob.json': ['2 wrong-form'],
  'migration_functions_only.lfjob.json': ['3 objects-without-parents'],
  'migration_newer_properties.lfjob.json': Array.from({ length: 5 }, () => '4 newer-edition'),
  'permission_hdfs.lfjob.json': ['4 newer-edition'],
  'permission_mrs_gaussdb.lfjob.json': ['4 newer-edition'],
};

describe('a legal document', () => {
  test.each(jobsIn(valid))('%s has no error', (name) => {
    const found = violations(JSON.parse(read(name, valid))).map(({ keyword, severity }) => `${keyword} ${severity}`);
    expect(found).toEqual(doubtful[name] ?? []);
  });

  test.each(jobsIn(valid))('%s is clean in the editor', (name) => {
    const text = read(name, valid);
    const found = diagnostics(documentOf(text), parse(text)).map(({ severity, code }) => `${severity} ${code}`);
    expect(found).toEqual(remarkable[name] ?? []);
  });

  test('there are enough of them, of each type', () => {
    const types = jobsIn(valid).map((name) => /"type": ?"(\w+)"/.exec(read(name, valid))?.[1]);
    expect(types.length - Object.keys(remarkable).length).toBeGreaterThanOrEqual(60);
    expect([...new Set(types)].sort()).toEqual(['METADATA_DISCOVERY', 'METADATA_MIGRATION', 'PERMISSION_MIGRATION']);
  });
});

test.each(jobsIn(examples))('the example %s has nothing to report', (name) => {
  expect(violations(JSON.parse(read(name, examples)))).toEqual([]);
});

test.each(jobsIn(examples))('the example %s can be submitted unchanged', (name) => {
  const text = read(name, examples);
  expect(firstViolation(JSON.parse(text))).toBeUndefined();
  expect(text).not.toMatch(/\$\{|"(password|access_key|secret_key)": "[^"]/);
});

test("the page's own example has no error but the placeholder in an enumeration", () => {
  expect(violations(JSON.parse(readFileSync(page, 'utf8')))).toEqual([
    { path: '/parameter/metadata_migration_parameter/sync_objects/0', keyword: 'enum', severity: 'error' },
    { path: '/parameter/metadata_migration_parameter/instance_id', keyword: 'pattern', severity: 'information' },
    { path: '/parameter/permission_migration_parameter/instance_id', keyword: 'pattern', severity: 'information' },
    { path: '/parameter/metadata_discovery_parameter/instance_id', keyword: 'pattern', severity: 'information' },
  ]);
});

test("the page's own example has no other error in the editor", () => {
  const text = readFileSync(page, 'utf8');
  const placeholder = spanOfValue(text, ['parameter', 'metadata_migration_parameter', 'sync_objects', 0]);
  const errors = diagnostics(documentOf(text), parse(text)).filter(({ severity }) => severity === 1);
  expect(errors).toMatchObject([reportAt(text, placeholder, 'enum', 'error')]);
});

describe('a document that departs from the page', () => {
  const migration = 'parameter/metadata_migration_parameter';
  const discovery = 'parameter/metadata_discovery_parameter';
  const permissions = 'parameter/permission_migration_parameter';

  test.each([
    // What the page states is an error.
    ['migration_small', 'name', 'job', 'minLength error'],
    ['migration_small', 'name', 'n'.repeat(256), 'maxLength error'],
    ['migration_small', 'name', 'hive-to-lake', 'pattern error'],
    ['migration_small', 'description', 'd'.repeat(4001), 'maxLength error'],
    ['migration_small', 'type', undefined, 'required error'],
    ['migration_small', 'type', 'MIGRATION', 'enum error'],
    ['migration_small', 'parameter', [], 'type error'],
    ['migration_small', `${migration}/datasource_type`, 'DLF', 'enum error'],
    ['migration_small', `${migration}/datasource_parameter`, null, 'type error'],
    ['migration_small', `${migration}/datasource_parameter/username`, 'u'.repeat(256), 'maxLength error'],
    ['migration_small', `${migration}/sync_objects/0`, 'ALL', 'enum error'],
    ['migration_small', `${migration}/locations/0`, { key: 'file:/' }, 'required error'],
    ['migration_twenty_locations', `${migration}/locations/20`, { key: 'a', value: 'b' }, 'maxItems error'],
    ['permission_small', `${permissions}/file_name`, 'a/b.json', 'pattern error'],
    ['permission_small', `${permissions}/policy_type`, 'ranger', 'enum error'],
    ['discovery_small', `${discovery}/file_sample_rate`, 101, 'maximum error'],
    ['discovery_small', `${discovery}/file_sample_rate`, -1, 'minimum error'],
    ['discovery_small', `${discovery}/table_depth`, 1.5, 'type error'],
    ['discovery_small', `${discovery}/header`, 'true', 'type error'],
    ['discovery_small', `${discovery}/execute_strategy`, 'MANUAL', 'enum error'],
    ['discovery_small', `${discovery}/execute_frequency`, 'MONLY', 'enum error'],
    ['discovery_small', `${discovery}/execute_day`, '32', 'pattern error'],
    ['discovery_small', `${discovery}/execute_day`, 0, 'minimum error'],
    ['discovery_small', `${discovery}/execute_hour`, '24', 'pattern error'],
    ['discovery_small', `${discovery}/execute_hour`, 24, 'maximum error'],
    ['discovery_small', `${discovery}/execute_minute`, '*', 'pattern error'],
    ['discovery_small', `${discovery}/execute_minute`, true, 'type error'],
    ['discovery_principals', `${discovery}/principals/0/principal_name`, '', 'minLength error'],
    ['discovery_principals', `${discovery}/principals/0/principal_name`, 'n'.repeat(50), 'maxLength error'],
    // What the sources imply, or contradict each other in, is a warning.
    ['migration_small', 'tags', [], 'additionalProperties warning'],
    ['migration_small', `${migration}/conflict_strategy`, 'UPDATE', 'enum warning'],
    ['migration_small', `${migration}/datasource_parameter/username`, 'hive_user', 'pattern warning'],
    ['migration_small', `${migration}/datasource_parameter/jdbc_url`, 'mysql://h/d', 'pattern warning'],
    ['migration_small', `${migration}/log_location`, '/tmp', 'pattern warning'],
    ['migration_small', `${migration}/target_catalog`, 'c'.repeat(257), 'maxLength warning'],
    ['migration_small', migration, undefined, 'required warning'],
    ['permission_small', permissions, undefined, 'required warning'],
    ['discovery_small', discovery, undefined, 'required warning'],
    ['permission_dlf', `${permissions}/catalog_id`, undefined, 'required warning'],
    ['migration_small', 'name', '元数据迁移', 'pattern warning'],
    ['discovery_principals', `${discovery}/principals/0/principal_name`, '分析', 'pattern warning'],
    ['discovery_small', 'parameter/smn_notify', 'yes', 'type warning'],
    ['discovery_small', 'parameter/smn_notify_types', ['STOPPED'], 'enum warning'],
    // What only other documents limit is for information.
    ['discovery_small', `${discovery}/instance_id`, 'lake', 'pattern information'],
  ])('%s with %s = %j: %s', (name, path, value, expected) => {
    const document: unknown = JSON.parse(read(`${name}.lfjob.json`, valid));
    const changed = withValue(document, path.split('/'), value);
    const found = violations(changed).map(({ keyword, severity }) => `${keyword} ${severity}`);
    expect(found).toContain(expected);
    if (!expected.endsWith('error')) expect(found.filter((violation) => violation.endsWith('error'))).toEqual([]);
  });
});

/** A copy in which the value at `path` is another one, or is missing for `undefined`. */
function withValue(value: unknown, path: readonly string[], replacement: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return replacement;
  if (Array.isArray(value)) {
    const index = Number(name);
    const elements: readonly unknown[] = value;
    return [...elements.slice(0, index), withValue(elements[index], rest, replacement), ...elements.slice(index + 1)];
  }
  if (!isObject(value)) throw new Error(`There is no place for ${path.join('/')}`);
  const inner = withValue(value[name], rest, replacement);
  const others = Object.entries(value).filter(([other]) => other !== name);
  return Object.fromEntries(inner === undefined ? others : [...others, [name, inner]]);
}
