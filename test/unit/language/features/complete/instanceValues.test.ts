import { describe, expect, test } from 'vitest';
import { CompletionItemKind, type CompletionList } from 'vscode-languageserver-types';
import { complete as completionsAt } from '../../../../../language/src/features/complete/complete.ts';
import type {
  CompletionEnvironment,
  CompletionOptions,
} from '../../../../../language/src/features/complete/context.ts';
import { lookedUpAhead } from '../../../../../language/src/features/complete/resolve.ts';
import { suggestCommand } from '../../../../../language/src/features/complete/triggers.ts';
import { accepted, alone, itemLabelled, itemsAtCursor, plain, withSnippets } from '../../../../support/completion.ts';
import { atCursor } from '../../../../support/cursor.ts';
import { instanceId } from '../../../../support/jobs.ts';
import { complete, lookUpIn, pending, type KnownOfInstance } from '../../../../support/instanceValues.ts';

const instance: KnownOfInstance = {
  catalogs: { ...complete(), values: [{ name: 'lake', description: 'Sales and logs' }, { name: 'hive' }] },
  'databases lake': complete('default', 'sales'),
  'users IAM': complete('ada'),
  'users LDAP': complete('bob'),
  'groups IAM': complete('analysts'),
  roles: complete('admin'),
  instances: { ...complete(), values: [{ name: instanceId, description: 'dev · RUNNING' }] },
  buckets: { ...complete(), values: [{ name: 'lake-sales', description: 'cn-north-4' }, { name: 'lake-logs' }] },
  'folders lake-sales': complete('archive', 'raw'),
  'folders lake-sales raw/': complete('orders'),
};

function withInstance(known = instance, asked: string[] = []): CompletionEnvironment {
  return { ...alone, instanceValues: lookUpIn(known, asked) };
}

/** The labels and the texts beside them, those of the instance first. */
function listed(marked: string, known = instance): string[] {
  return itemsAtCursor(marked, withSnippets, withInstance(known)).map(
    ({ label, detail }) => `${label}: ${detail ?? ''}`,
  );
}

function list(marked: string, environment: CompletionEnvironment): CompletionList {
  const { document, position } = atCursor(marked);
  return completionsAt(document, undefined, position, withSnippets, environment);
}

const discovery = (properties: string): string =>
  `{ "parameter": { "metadata_discovery_parameter": { ${properties} } } }`;
const migration = (properties: string): string =>
  `{ "parameter": { "metadata_migration_parameter": { ${properties} } } }`;
const permissions = (properties: string): string =>
  `{ "parameter": { "permission_migration_parameter": { ${properties} } } }`;
const principal = (properties: string): string => discovery(`"principals": [ { ${properties} } ]`);

test.each([
  ['a"b', String.raw`a\"b`],
  ['a\\b', String.raw`a\\b`],
  ['${secret:TOKEN}', '$${secret:TOKEN}'],
  ['$1', '$1'],
  ['__proto__', '__proto__'],
])('a folder is inserted as a part of the string, never as a reference: %s', (name, written) => {
  const marked = discovery('"data_location": "obs://lake/|"');
  const environment = withInstance({ 'folders lake': complete(name) });
  const item = itemsAtCursor(marked, plain, environment).find(({ detail }) => detail === 'OBS folder');
  expect(item && accepted(marked.replace('|', ''), item)).toContain(`"data_location": "obs://lake/${written}/"`);
});

describe('the names of the instance come before the others', () => {
  test.each([
    [discovery('"target_catalog": |'), ['lake: catalog · Sales and logs', 'hive: catalog', 'your_catalog: example']],
    [migration('"target_catalog": "l|"'), ['lake: catalog · Sales and logs', 'hive: catalog', 'your_catalog: example']],
    [
      discovery('"target_catalog": "lake", "target_database": "|"'),
      ['default: database', 'sales: database', 'your_database: example'],
    ],
    [
      discovery('"target_database": "|", "target_catalog": "lake"'),
      ['default: database', 'sales: database', 'your_database: example'],
    ],
    [discovery('"target_database": "|"'), ['your_database: example']],
    [discovery('"target_catalog": "${env:A}", "target_database": "|"'), ['your_database: example']],
    [
      principal('"principal_type": "USER", "principal_source": "IAM", "principal_name": |'),
      ['ada: user', 'your_group: example'],
    ],
    [
      principal('"principal_type": "USER", "principal_source": "LDAP", "principal_name": |'),
      ['bob: user', 'your_group: example'],
    ],
    [principal('"principal_type": "USER", "principal_name": |'), ['ada: user', 'your_group: example']],
    [principal('"principal_type": "GROUP", "principal_name": |'), ['analysts: group', 'your_group: example']],
    [principal('"principal_type": "ROLE", "principal_name": |'), ['admin: role', 'your_group: example']],
    [principal('"principal_type": "SHARE", "principal_name": |'), ['your_group: example']],
    [principal('"principal_name": |'), ['your_group: example']],
    [discovery('"default_owner": |'), ['ada: user', 'analysts: group', 'admin: role', 'your_owner: example']],
    [discovery('"description": |'), []],
  ])('%s', (marked, expected) => {
    expect(listed(marked)).toEqual(expected);
  });

  test('and instances are listed with their names and statuses', () => {
    expect(listed(discovery('"instance_id": |'))[0]).toBe(`${instanceId}: dev · RUNNING`);
  });

  test('but for names that the property can’t have', () => {
    const known = { 'users IAM': complete('x'.repeat(50), 'a b', 'ada') };
    expect(listed(principal('"principal_type": "USER", "principal_name": |'), known)[0]).toBe('ada: user');
  });
});

describe('a path in OBS', () => {
  test.each([
    [discovery('"data_location": |'), ['obs://lake-sales/: OBS bucket · cn-north-4', 'obs://lake-logs/: OBS bucket']],
    [
      discovery('"log_location": "obs://l|"'),
      ['obs://lake-sales/: OBS bucket · cn-north-4', 'obs://lake-logs/: OBS bucket'],
    ],
    [
      permissions('"location": "obs://lake-sales/|"'),
      ['obs://lake-sales/archive/: OBS folder', 'obs://lake-sales/raw/: OBS folder'],
    ],
    [
      discovery('"data_location": "obs://lake-sales/r|aw/orders"'),
      ['obs://lake-sales/archive/: OBS folder', 'obs://lake-sales/raw/: OBS folder'],
    ],
    [
      migration('"locations": [ { "key": "a", "value": "obs://lake-sales/raw/|" } ]'),
      ['obs://lake-sales/raw/orders/: OBS folder'],
    ],
    [discovery('"data_location": "obs://other/|"'), []],
    [migration('"locations": [ { "key": "|" } ]'), []],
  ])('%s', (marked, expected) => {
    expect(listed(marked).filter((line) => line.includes('OBS'))).toEqual(expected);
  });

  const bucket = (options: CompletionOptions): ReturnType<typeof itemLabelled> =>
    itemLabelled(itemsAtCursor(discovery('"data_location": "obs://|"'), options, withInstance()), 'obs://lake-sales/');

  test('goes on before its closing quote, where the client asks again', () => {
    const item = bucket({ ...withSnippets, suggestCommand });
    expect(item.textEdit?.newText).toBe('"obs://lake-sales/$1"');
    expect(item).toMatchObject({ kind: CompletionItemKind.Folder, command: { command: suggestCommand } });
    expect(bucket(withSnippets)).not.toHaveProperty('command');
  });

  test('has the folders in it looked up when it gets the focus', () => {
    const connection = { name: 'dev', instanceId };
    const environment = { ...withInstance(), connection };
    const aheadOf = (marked: string, label: string): unknown =>
      lookedUpAhead(itemLabelled(itemsAtCursor(marked, withSnippets, environment), label).data);
    const ahead = (bucket: string, prefix: string): object => ({
      connection,
      query: { kind: 'folders', bucket, prefix },
    });
    expect(aheadOf(discovery('"data_location": |'), 'obs://lake-logs/')).toEqual(ahead('lake-logs', ''));
    const folder = discovery('"data_location": "obs://lake-sales/|"');
    expect(aheadOf(folder, 'obs://lake-sales/raw/')).toEqual(ahead('lake-sales', 'raw/'));
    expect(aheadOf(discovery('"target_catalog": |'), 'lake')).toBeUndefined();
  });

  test.each([[undefined], [{}], [{ folder: {} }], [{ folder: { connection: {}, bucket: 'b', prefix: '' } }]])(
    'has nothing looked up for %j',
    (data) => {
      expect(lookedUpAhead(data)).toBeUndefined();
    },
  );

  test('is plain text for a client without snippets', () => {
    const text = atCursor(discovery('"data_location": "obs://|"')).document.getText();
    expect(accepted(text, bucket(plain))).toBe(discovery('"data_location": "obs://lake-sales/"'));
  });

  test('is asked for again with each letter, so that a slash brings the next segment', () => {
    for (const typed of ['', 'obs://', 'obs://lake-sales', 'obs://lake-sales/r']) {
      expect(list(discovery(`"data_location": "${typed}|"`), withInstance()).isIncomplete).toBe(true);
    }
    expect(list(discovery('"data_location": "obs://|"'), alone).isIncomplete).toBe(false);
  });
});

describe('a list', () => {
  const catalog = discovery('"target_catalog": "|"');

  test('isn’t complete while values are on their way, and has what is known', () => {
    const { isIncomplete, items } = list(catalog, withInstance({ catalogs: pending }));
    expect(isIncomplete).toBe(true);
    expect(items.map(({ label }) => label)).toEqual(['your_catalog']);
  });

  test('is complete where the values have arrived, where only a part of them can be read, and where none are looked up', () => {
    const partial = { catalogs: { ...complete('lake'), isComplete: false } };
    for (const environment of [withInstance(), withInstance(partial), withInstance({}), alone]) {
      expect(list(catalog, environment).isIncomplete).toBe(false);
    }
  });

  test('of more than 500 values has those that contain what was typed', () => {
    const many = { catalogs: complete(...Array.from({ length: 600 }, (_, index) => `c${index}`)) };
    const { isIncomplete, items } = list(discovery('"target_catalog": "C59|"'), withInstance(many));
    expect(isIncomplete).toBe(true);
    expect(items.map(({ label }) => label).slice(0, 3)).toEqual(['c59', 'c590', 'c591']);
    expect(items).toHaveLength(12);
  });

  test('of more than 500 folders has those with the typed segment in their names', () => {
    const folders = complete(...Array.from({ length: 600 }, (_, index) => `day-${index}`));
    const { items } = list(
      discovery('"data_location": "obs://lake/day-59|"'),
      withInstance({ 'folders lake': folders }),
    );
    expect(items.map(({ label }) => label).slice(0, 2)).toEqual(['obs://lake/day-59/', 'obs://lake/day-590/']);
    expect(items.filter(({ label }) => label.startsWith('obs://lake/'))).toHaveLength(11);
  });

  test('asks only for what fits at the cursor', () => {
    const asked: string[] = [];
    list(discovery('"conflict_strategy": "|"'), withInstance(instance, asked));
    list('{ | }', withInstance(instance, asked));
    expect(asked).toEqual([]);
  });
});
