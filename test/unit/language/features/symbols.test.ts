import { describe, expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { parse } from '../../../../language/src/documents/parse.ts';
import { symbols } from '../../../../language/src/features/symbols.ts';
import { documentOf } from '../../../support/cursor.ts';

function outline(text: string): string[] {
  const lines = (entries: readonly DocumentSymbol[], indent: string): string[] =>
    entries.flatMap(({ name, detail, children }) => [
      `${indent}${name}${detail ? `: ${detail}` : ''}`,
      ...lines(children ?? [], `${indent}  `),
    ]);
  return lines(symbols(documentOf(text), parse(text)), '');
}

test('names every property, with its value', () => {
  expect(outline('{ "name": "job_1", "parameter": { "smn_notify": true, "x": null, "y": 1.50 }, "": 1 }')).toEqual([
    'name: job_1',
    'parameter',
    '  smn_notify: true',
    '  x: null',
    '  y: 1.5',
    '"": 1',
  ]);
});

describe('an element of an array is named by what it is', () => {
  const migration = (properties: string): string =>
    `{ "parameter": { "metadata_migration_parameter": { ${properties} } } }`;
  const discovery = (properties: string): string =>
    `{ "parameter": { "metadata_discovery_parameter": { ${properties} } } }`;

  test.each([
    [
      'a path replacement by its paths',
      migration('"locations": [{ "key": "oss://a", "value": "obs://b" }]'),
      ['oss://a → obs://b'],
    ],
    [
      'a path replacement with more than its paths by its paths, above its properties',
      migration('"locations": [{ "key": "oss://a", "value": "obs://b", "x": 1 }]'),
      ['oss://a → obs://b', '  key: oss://a', '  value: obs://b', '  x: 1'],
    ],
    [
      'a principal by its kind, name, and source',
      discovery(
        '"principals": [{ "principal_type": "GROUP", "principal_source": "IAM", "principal_name": "analysts" }]',
      ),
      ['GROUP analysts (IAM)'],
    ],
    ['a kind of metadata by its value', migration('"sync_objects": ["DATABASE", "TABLE"]'), ['DATABASE', 'TABLE']],
    ['any text, number or word by its value', '{ "a": { "b": ["x", 1, true, null] } }', ['x', '1', 'true', 'null']],
    ['an empty text as such', '{ "a": { "b": ["", "  "] } }', ['""', '""']],
    [
      'an object that the API does not know by its first text',
      '{ "a": { "b": [{ "id": 7, "password": "p", "title": "lake" }] } }',
      ['lake', '  id: 7', '  password: ••••', '  title: lake'],
    ],
    [
      'by its index where nothing tells',
      '{ "a": { "b": [{}, [1], { "id": 7 }] } }',
      ['[0]', '[1]', '  1', '[2]', '  id: 7'],
    ],
  ])('%s', (_, text, names) => {
    const elements = outline(text);
    const depth = text.includes('parameter') ? '      ' : '    ';
    expect(elements.filter((line) => line.startsWith(depth)).map((line) => line.slice(depth.length))).toEqual(names);
  });

  test.each([
    ['only the source', '{ "key": "oss://a" }', 'oss://a → …'],
    ['only the target', '{ "value": "obs://b" }', '… → obs://b'],
    ['an empty source', '{ "key": "", "value": "obs://b" }', '… → obs://b'],
    ['a source of a wrong type', '{ "key": {}, "value": "obs://b" }', '… → obs://b'],
    ['a source that is not closed', '{ "key": "oss://a', 'oss://a → …'],
    ['a name without a value', '{ "key": ', '[0]'],
    ['nothing', '{', '[0]'],
    ['the last of two sources', '{ "key": "oss://a", "key": "oss://c", "value": "obs://b" }', 'oss://c → obs://b'],
  ])('a path replacement with %s, half written', (_, written, name) => {
    const text = `{ "parameter": { "metadata_migration_parameter": { "locations": [${written}`;
    expect(outline(text)[3]?.trim()).toBe(name);
  });
});

test('a name is one line of no more than 100 characters, and turns no text around', () => {
  const long = 'x'.repeat(1000);
  expect(outline(JSON.stringify({ [`${long}y`]: `${long}\nz`, 'a\n\t b\u202e\u0000': '🐟'.repeat(200) }))).toEqual([
    `${'x'.repeat(99)}…: ${'x'.repeat(99)}…`,
    `a b: ${'🐟'.repeat(99)}…`,
  ]);
  const locations = [{ key: `oss://${long}`, value: `obs://${long}` }];
  expect(outline(JSON.stringify({ parameter: { metadata_migration_parameter: { locations } } }))[3]?.trim()).toBe(
    `oss://${'x'.repeat(53)}… → obs://${'x'.repeat(30)}…`,
  );
});

describe('shows no secret', () => {
  const source = (properties: string): string[] =>
    outline(`{ "parameter": { "metadata_migration_parameter": { "datasource_parameter": { ${properties} } } } }`)
      .slice(3)
      .map((line) => line.trim());

  test.each([
    ['of a property that holds one', '"password": "p"', 'password: ••••'],
    ['of a property that holds one, of a wrong type', '"access_key": 7', 'access_key: ••••'],
    ['of a property with such a name elsewhere', '"old_password": "p"', 'old_password: ••••'],
    ['but the reference to one', '"secret_key": "${secret:DLF_KEY}"', 'secret_key: ${secret:DLF_KEY}'],
    ['that stands beside a reference', '"password": "p${secret:REST}"', 'password: ••••'],
    ['in an address', '"jdbc_url": "jdbc:mysql://root:p@s@host:3306/db"', 'jdbc_url: jdbc:mysql://••••@host:3306/db'],
    [
      'behind an address',
      '"jdbc_url": "jdbc:mysql://host/db?user=u&Password=p&q;x=1"',
      'jdbc_url: jdbc:mysql://host/db?user=u&Password=••••',
    ],
    [
      'behind an address, with an @ in it',
      '"jdbc_url": "jdbc:mysql://host:1/db?user=u&password=p@q"',
      'jdbc_url: jdbc:mysql://host:1/db?user=u&password=••••',
    ],
    ['however long it is', `"jdbc_url": "jdbc:mysql://u:${'p'.repeat(999)}@host"`, 'jdbc_url: jdbc:mysql://••••@host'],
    ['in an address of another form', '"jdbc_url": "jdbc:oracle:thin:u/p@host"', 'jdbc_url: ••••@host'],
    ['and a user name as it is', '"username": "u@example"', 'username: u@example'],
  ])('%s', (_, properties, line) => {
    expect(source(properties)).toEqual([line]);
  });

  test.each([
    ['an object', '"password": { "value": "p" }', ['password', 'value: ••••']],
    ['an array', '"password": ["p", { "title": "q" }]', ['password', '••••', '[1]', 'title: ••••']],
  ])('within a property that holds one, in %s', (_, properties, lines) => {
    expect(source(properties)).toEqual(lines);
  });

  test('in the name of an element', () => {
    const text =
      '{ "parameter": { "metadata_migration_parameter": { "locations": [{ "key": "oss://k:p@a", "value": "obs://b" }] } } }';
    expect(outline(text)[3]).toBe('      oss://••••@a → obs://b');
  });
});

test('shows the first 500 elements of an array, and all properties', () => {
  const text = JSON.stringify({ list: Array.from({ length: 600 }, (_, index) => index), last: true });
  const names = outline(text);
  expect(names).toHaveLength(502);
  expect(names.slice(-2)).toEqual(['  499', 'last: true']);
});

test('shows 5,000 symbols at most, the outermost first', () => {
  const rows = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 0));
  const names = outline(JSON.stringify({ rows, last: true }));
  expect(names).toHaveLength(5000);
  expect(names.slice(-2)).toEqual(['  [99]', 'last: true']);
});

test.each(['', '[', '{ "a": ', '{ "a" }', '7'])('a broken text has an outline too: %j', (text) => {
  expect(() => outline(text)).not.toThrow();
});
