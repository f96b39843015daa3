import { describe, expect, test } from 'vitest';
import { parse } from '../../../../../language/src/documents/parse.ts';
import { check } from '../../../../../language/src/rules/check.ts';
import type { Environment } from '../../../../../language/src/rules/environment.ts';
import { complete, lookUpIn, pending, type KnownOfInstance } from '../../../../support/instanceValues.ts';
import { instanceId, jobWithProperties } from '../../../../support/jobs.ts';
import { actionsFor, afterAction, signedIn } from '../../../../support/lightBulb.ts';

/** The messages about a discovery with these properties. */
function messages(properties: string, known: KnownOfInstance, change: Partial<Environment> = {}): string[] {
  const text = jobWithProperties('metadata_discovery_parameter', properties);
  return check(parse(text), { ...signedIn, instanceValues: lookUpIn(known), ...change })
    .filter(({ code }) => code.startsWith('unknown-'))
    .map(({ code, message }) => `${code}: ${message()}`);
}

const lake: KnownOfInstance = { catalogs: complete('hive', 'lake'), 'databases lake': complete('sales', 'inventory') };
const misspelled = '"target_catalog": "lke"';

describe('a name that the instance doesn’t have', () => {
  test.each<[string, KnownOfInstance, string[]]>([
    [misspelled, lake, ['unknown-catalog: Catalog "lke" isn’t in this instance. Did you mean "lake"?']],
    ['"target_catalog": "archive"', lake, ['unknown-catalog: Catalog "archive" isn’t in this instance.']],
    [
      '"target_database": "salse"',
      lake,
      ['unknown-database: Database "salse" isn’t in catalog "lake". Did you mean "sales"?'],
    ],
    [
      '"target_database": "x"',
      { 'databases lake': complete() },
      ['unknown-database: Database "x" isn’t in catalog "lake".'],
    ],
  ])('%s', (properties, known, expected) => {
    expect(messages(properties, known)).toEqual(expected);
  });

  test.each([
    ['USER', 'users LDAP', 'User "ad" isn’t in this instance. Did you mean "ada"?'],
    ['GROUP', 'groups LDAP', 'Group "ad" isn’t in this instance. Did you mean "ada"?'],
    ['ROLE', 'roles', 'Role "ad" isn’t in this instance. Did you mean "ada"?'],
  ])('can be that of a %s', (type, query, expected) => {
    const principal = { principal_type: type, principal_source: 'LDAP', principal_name: 'ad' };
    const properties = `"principals": [${JSON.stringify(principal)}]`;
    expect(messages(properties, { [query]: complete('ada') })).toEqual([`unknown-principal: ${expected}`]);
  });

  test('is replaced by the nearest one', () => {
    const text = jobWithProperties('metadata_discovery_parameter', '"target_catalog": "goldd"');
    const [action] = actionsFor(text);
    expect(action).toMatchObject({ title: 'Replace with gold', isPreferred: true });
    expect(action && JSON.parse(afterAction(text, action))).toEqual(
      JSON.parse(jobWithProperties('metadata_discovery_parameter', '"target_catalog": "gold"')),
    );
  });
});

describe('nothing is said', () => {
  test.each<[string, string, KnownOfInstance]>([
    ['of a name in other capitals', '"target_catalog": "LAKE"', lake],
    ['of a reference', '"target_catalog": "${env:CATALOG}"', lake],
    ['of a sample', '"target_catalog": "your_catalog"', lake],
    ['of a name that can’t be one', '"target_catalog": "my lake"', lake],
    ['of a name that is empty', '"target_catalog": ""', lake],
    ['of a value that is no string', '"target_catalog": 7', lake],
    ['of a database in a catalog that is a reference', '"target_catalog": "${env:A}", "target_database": "x"', lake],
    ['where the list isn’t complete', misspelled, { catalogs: { ...complete('lake'), isComplete: false } }],
    ['while the list is on its way', misspelled, { catalogs: pending }],
    ['where nothing is known', misspelled, {}],
    ['for another instance', `${misspelled}, "instance_id": "${instanceId.replace('2', '3')}"`, lake],
    ['where the instance is a reference', `${misspelled}, "instance_id": "\${env:INSTANCE}"`, lake],
  ])('%s', (_, properties, known) => {
    expect(messages(properties, known)).toEqual([]);
  });

  test('without a connection, or without anybody to ask', () => {
    expect(messages(misspelled, lake, { connection: undefined })).toEqual([]);
    expect(messages(misspelled, lake, { instanceValues: undefined })).toEqual([]);
  });

  test('of a block that doesn’t count', () => {
    const text = jobWithProperties('parameter', '"metadata_discovery_parameter": { "target_catalog": "lke" }');
    const asked: string[] = [];
    check(parse(text), { ...signedIn, instanceValues: lookUpIn(lake, asked) });
    expect(asked).toEqual([]);
  });
});

test('at most 50 principals are compared', () => {
  const principals = Array.from({ length: 60 }, (_, index) => ({
    ...{ principal_type: 'ROLE', principal_source: 'IAM' },
    principal_name: `r${index}`,
  }));
  expect(messages(`"principals": ${JSON.stringify(principals)}`, { roles: complete('admin') })).toHaveLength(50);
});
