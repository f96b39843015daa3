import { expect, test } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { check } from '../../../../language/src/rules/check.ts';
import { noEnvironment } from '../../../../language/src/rules/environment.ts';

/** Marks what must not be shown; made here, so that no file holds anything like a secret. */
const canary = ['c4n4ry', 'value'].join('');

const source = (properties: string): string =>
  `{ "parameter": { "metadata_migration_parameter": { "datasource_type": "MRS_RDS_FOR_MYSQL", "datasource_parameter": { ${properties} } } } }`;

test.each([
  ['in single quotes', `"password": '${canary}'`],
  ['without quotes', `"password": ${canary}`],
  ['on the next line', `"password":\n '${canary}'`],
  ['with a wrong escape', `"secret_key": "\\q${canary}"`],
  ['of another type', `"password": ["${canary}"]`],
  ['before the host of an address', `"jdbc_url": "jdbc:mysql://hive:${canary}@host/meta"`],
  ['before the host of an address of Oracle', `"jdbc_url": "jdbc:oracle:thin:hive/${canary}@//host:1521/meta"`],
  ['in an address of another database', `"jdbc_url": "jdbc:postgresql://host:1/meta?password=${canary}"`],
  ['in an address in single quotes', `"jdbc_url": 'jdbc:mysql://hive:${canary}@host/meta'`],
  ['in a parameter of an address in single quotes', `"jdbc_url": 'jdbc:mysql://host/meta?user=a&password=${canary}',`],
  ['in an address without quotes', `"jdbc_url": jdbc:mysql://hive:${canary}@host/meta`],
  ['in an address without quotes on its line', `"jdbc_url":\n jdbc:mysql://hive:${canary}@host/meta\n`],
  ['in an address of another property', `"other": 'https://user:${canary}@host/'`],
  ['in an address in full-width quotes', `"jdbc_url": “jdbc:mysql://hive:${canary}@host/meta”`],
  ['in an address without a colon before it', `"jdbc_url" 'jdbc:mysql://hive:${canary}@host/meta'`],
  ['in an address in the place of a property', `'jdbc:mysql://hive:${canary}@host/meta'`],
  ['in an address that is the name of a property', `"jdbc:mysql://hive:${canary}@host/meta": 1`],
  ['in an address for a value of an enumeration', `"datasource_type": "https://hive:${canary}@host/meta"`],
  ['in an address without a scheme', `"jdbc_url": "mysql://host:1/meta?password=${canary}"`],
])('a secret %s is in no message and no title', (_, properties) => {
  const findings = check(parse(source(properties)), noEnvironment);
  const shown = findings.flatMap(({ message, fixes, related }) => [
    message(),
    ...(fixes?.() ?? []).map(({ title }) => title),
    ...(related?.() ?? []).map((place) => place.message),
  ]);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((text) => text.includes(canary))).toEqual([]);
});

test.each([
  ['constructor', '"header": "constructor"'],
  ['toString', '"header": "toString"'],
])('"%s" is a value like any other', (_, property) => {
  const text = `{ "parameter": { "metadata_discovery_parameter": { ${property} }, "metadata_migration_parameter": { "sync_objects": ["constructor"] } } }`;
  const findings = check(parse(text), noEnvironment);
  expect(findings.filter(({ code }) => code === 'objects-without-parents')).toEqual([]);
  expect(findings.find(({ code }) => code === 'wrong-type')?.fixes?.()).toEqual([]);
});
