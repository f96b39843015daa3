import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firstViolation } from '../../service/page/check.ts';
import { allowedValues, rows } from '../../service/page/table.ts';
import { violations } from '../../support/violations.ts';
import { fullJobWith, propertiesOf } from './sampleJobs.ts';

/**
 * The table of the API reference and the extension's schema were written apart from each other. Whatever a property is set to, either both
 * refuse it or neither, but for the differences that are listed here.
 */

const texts = [
  ...['', 'a', 'abc', 'abcd', 'a b', 'ab_c', 'ab-c', 'ab.c', 'ab\\c', 'ab/c', 'abcd\n', '中文中文', '*', 'obs://a/b'],
  ...['0', '1', '7', '8', '23', '24', '31', '32', '59', '60'],
  ...[49, 50, 255, 256, 4000, 4001].map((length) => 'x'.repeat(length)),
];
const values = [
  ...[undefined, null, true, false, [], ['a'], {}, -1, 0, 1, 1.5, 7, 8, 23, 24, 31, 32, 59, 60, 100, 101],
  ...texts,
  ...rows.flatMap(({ rule }) => allowedValues(rule)),
];

/** What the extension lets pass although the page rules it out: it warns at most. By the end of the property's pointer. */
const softer: Readonly<Record<string, (value: unknown) => boolean>> = {
  // The Chinese edition has Chinese characters too.
  '/name': (value) => value === '中文中文',
  '/principal_name': (value) => value === '中文中文',
  // An underscore is usual in MySQL.
  '/username': (value) => typeof value === 'string' && value.length <= 255,
  // The page's own responses print another one.
  '/metadata_migration_parameter/conflict_strategy': (value) => value === 'UPDATE',
  // Newer editions have more of them.
  '/policy_type': (value) => typeof value === 'string' && /^(HDFS|MRS_\w+)$/.test(value),
};

test.each(propertiesOf().map(([pointer]) => pointer))('the page and the schema agree on %s', (pointer) => {
  const [, isSoftened = () => false] = Object.entries(softer).find(([end]) => pointer.endsWith(end)) ?? [];
  for (const value of values) {
    const body: unknown = JSON.parse(JSON.stringify(fullJobWith(pointer, value)));
    const refused = violations(body).some(({ severity }) => severity === 'error');
    const ruledOut = firstViolation(body) !== undefined;
    expect(refused, JSON.stringify(value)).toBe(ruledOut && !isSoftened(value));
  }
});

const folders = ['../../fixtures/valid/', '../../../examples/'].map((path) => new URL(path, import.meta.url));
const documents = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.lfjob.json'))
    .map((name) => [name, new URL(name, folder)] as const),
);

/** Legal documents of newer editions than the page's, or with a reference for a value, and where they are that. */
const newer: Readonly<Record<string, string>> = {
  'discovery_chinese_database.lfjob.json': '/name',
  'discovery_principals.lfjob.json': '/parameter/metadata_discovery_parameter/principals/2/principal_name',
  'migration_chinese_texts.lfjob.json': '/name',
  'discovery_referenced_frequency.lfjob.json': '/parameter/metadata_discovery_parameter/execute_frequency',
  'permission_referenced_policy.lfjob.json': '/parameter/permission_migration_parameter/policy_type',
  'permission_hdfs.lfjob.json': '/parameter/permission_migration_parameter/policy_type',
  'permission_mrs_gaussdb.lfjob.json': '/parameter/permission_migration_parameter/policy_type',
};

test.each(documents)('%s is a job that the page allows, or newer than it', (name, file) => {
  expect(firstViolation(JSON.parse(readFileSync(file, 'utf8')))).toBe(newer[name]);
});
