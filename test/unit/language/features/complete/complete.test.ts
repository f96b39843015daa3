import { describe, expect, test } from 'vitest';
import { complete } from '../../../../../language/src/features/complete/complete.ts';
import type { CompletionEnvironment } from '../../../../../language/src/features/complete/context.ts';
import { isObject, valueAt } from '../../../../../language/src/documents/value.ts';
import { triggerCharacters } from '../../../../../language/src/features/complete/triggers.ts';
import { resolveCompletion } from '../../../../../language/src/features/complete/resolve.ts';
import { accepted, alone, itemLabelled, itemsAtCursor, plain, withSnippets } from '../../../../support/completion.ts';
import { atCursor } from '../../../../support/cursor.ts';

/** Labels in the order of the list, those of a variant with what distinguishes it. */
function labels(marked: string, environment = alone): string[] {
  return itemsAtCursor(marked, withSnippets, environment).map(
    ({ label, labelDetails }) => `${label}${labelDetails?.detail ?? ''}`,
  );
}

/** The texts beside the labels. */
function descriptions(marked: string, environment = alone): Record<string, string | undefined> {
  return Object.fromEntries(
    itemsAtCursor(marked, withSnippets, environment).map(({ label, labelDetails }) => [
      label,
      labelDetails?.description,
    ]),
  );
}

/** The whole text after the item `label` was accepted. */
function accepting(marked: string, label: string, options = plain, environment = alone): string {
  const item = itemLabelled(itemsAtCursor(marked, options, environment), label);
  return accepted(atCursor(marked).document.getText(), item);
}

/** The snippet that the item `label` inserts. */
function snippet(marked: string, label: string, environment = alone): string {
  const { textEdit } = itemLabelled(itemsAtCursor(marked, withSnippets, environment), label);
  return textEdit?.newText ?? '';
}

const migration = (properties: string): string =>
  `{ "parameter": { "metadata_migration_parameter": { ${properties} } } }`;
const discovery = (properties: string): string =>
  `{ "parameter": { "metadata_discovery_parameter": { ${properties} } } }`;
const scheduled = (frequency: string, properties: string): string =>
  discovery(`"execute_strategy": "SCHEDULE", "execute_frequency": "${frequency}", ${properties}`);
const source = (type: string, properties: string): string =>
  migration(`"datasource_type": "${type}", "datasource_parameter": { ${properties} }`);

describe('properties', () => {
  test.each([
    ['{|}', ['name', 'type', 'parameter', 'description']],
    ['{ "name": "abcd", "type": "METADATA_DISCOVERY", | }', ['parameter', 'parameter (all properties)', 'description']],
    ['{ "name|": "abcd", "type": "METADATA_DISCOVERY" }', ['name', 'description']],
    ['{ "nme|": "abcd" }', ['name', 'description']],
    ['{ "prameter|": { "metadata_discovery_parameter": {} } }', ['parameter']],
    [
      '{ "parameter": { | }, "type": "METADATA_DISCOVERY" }',
      [
        'metadata_discovery_parameter',
        'metadata_discovery_parameter (all properties)',
        'smn_notify',
        'smn_notify_topic',
        'smn_notify_types',
        'metadata_migration_parameter',
        'metadata_migration_parameter (all properties)',
        'permission_migration_parameter',
        'permission_migration_parameter (all properties)',
      ],
    ],
    [discovery('"principals": [ { "principal_type": "USER", | } ]'), ['principal_source', 'principal_name']],
    [
      source('ALIYUN_DLF', '|'),
      ['endpoint', 'access_key', 'secret_key', 'jdbc_url', 'username', 'password', 'subnet_ip'],
    ],
    ['{ "unknown": { | } }', []],
  ])('%s', (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  test('show whether they are required, optional, or what they go with', () => {
    expect(descriptions('{ "type": "METADATA_DISCOVERY", "parameter": { | } }')).toMatchObject({
      metadata_discovery_parameter: 'required',
      metadata_migration_parameter: 'used with type METADATA_MIGRATION',
      smn_notify: 'optional',
    });
  });

  test('show it in the detail in a client that shows none beside the label', () => {
    const details = itemsAtCursor('{ "type": "METADATA_DISCOVERY", | }', plain).map(({ label, detail }) => [
      label,
      detail,
    ]);
    expect(details).toEqual([
      ['name', 'required'],
      ['parameter', 'required'],
      ['parameter', 'required (all properties)'],
      ['description', 'optional'],
    ]);
  });

  test.each([
    ['"execute_strategy": "MANNUAL"', 'used with execute_strategy SCHEDULE'],
    ['"execute_strategy": "SCHEDULE"', 'required'],
    ['"execute_strategy": "SCHEDUL"', 'required'],
    ['"execute_strategy": "${env:STRATEGY}"', 'optional'],
    ['"header": true', 'used with execute_strategy SCHEDULE'],
  ])('with %s, execute_frequency is %s', (property, expected) => {
    expect(descriptions(discovery(`${property}, |`)).execute_frequency).toBe(expected);
  });

  test('what used with a chosen value comes before what every job may have', () => {
    const names = labels(discovery('"execute_strategy": "SCHEDULE", "execute_frequency": "WEEKLY", |'));
    const others = ['execute_day', 'execute_hour', 'execute_minute', 'separator', 'file_sample_rate'];
    expect(names.filter((name) => others.includes(name))).toEqual(others);
  });

  test('a condition inside a block counts: catalog_id is required for DLF and has no effect for RANGER', () => {
    const catalogId = (policy: string): string | undefined =>
      descriptions(`{ "parameter": { "permission_migration_parameter": { "policy_type": "${policy}", | } } }`)
        .catalog_id;
    expect([catalogId('DLF'), catalogId('RANGER'), catalogId('?')]).toEqual([
      'required',
      'used with policy_type DLF',
      'optional',
    ]);
  });
});

describe('values', () => {
  test.each([
    ['{ "type": "|" }', ['METADATA_MIGRATION', 'PERMISSION_MIGRATION', 'METADATA_DISCOVERY']],
    ['{ "type": | }', ['METADATA_MIGRATION', 'PERMISSION_MIGRATION', 'METADATA_DISCOVERY']],
    ['{ "type":| "METADATA_DISCOVERY" }', ['METADATA_MIGRATION', 'PERMISSION_MIGRATION', 'METADATA_DISCOVERY']],
    [discovery('"header": |'), ['true', 'false']],
    [migration('"sync_objects": [ "TABLE", | ]'), ['DATABASE', 'FUNCTION', 'PARTITION']],
    [migration('"sync_objects": [ "TAB|LE" ]'), ['DATABASE', 'FUNCTION', 'TABLE', 'PARTITION']],
    ['{ "parameter": { "smn_notify_types": [ "FAILED", "|" ] } }', ['SUCCESS']],
    ['{ "parameter": | }', ['{ … }']],
    ['{ "type": "METADATA_DISCOVERY", "parameter": | }', ['{ required properties }', '{ all properties }']],
    [discovery('"principals": [ | ]'), ['{ … }']],
    ['{ "parameter": { "smn_notify_types": | } }', ['[ … ]']],
    ['{ "parameter":| {} }', []],
    ['{ "unknown": | }', []],
    [
      '|',
      [
        'METADATA_MIGRATION',
        'METADATA_MIGRATION (all properties)',
        'PERMISSION_MIGRATION',
        'PERMISSION_MIGRATION (all properties)',
        'METADATA_DISCOVERY',
        'METADATA_DISCOVERY (all properties)',
      ],
    ],
  ])('%s', (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  test.each(['"SCHEDULE|"', '"SCHE|DULE"', '"SCHEDULE"|'])('are all found where one is chosen: %s', (value) => {
    const typed = value.slice(0, value.indexOf('|'));
    const items = itemsAtCursor(discovery(`"execute_strategy": ${value}`));
    expect(items.map(({ filterText }) => filterText?.startsWith(typed))).toEqual([true, true]);
  });

  test('have their text beside them, the default and the current one marked', () => {
    const [mannual, schedule] = itemsAtCursor(discovery('"execute_strategy": "SCHE|DULE"'));
    expect(mannual?.labelDetails?.description).toMatch(/^Manually\..* \(default\)$/);
    expect(schedule).toMatchObject({ preselect: true, filterText: '"SCHEDULE' });
    expect(schedule?.labelDetails?.description).toMatch(/\(current\)$/);
  });
});

describe('free text', () => {
  test.each([
    ['MRS_RDS_FOR_MYSQL', ['jdbc:mysql://your-host:3306/hivemeta?useSSL=false&permitMysqlScheme']],
    ['MRS_RDS_FOR_PG', ['jdbc:postgresql://your-host:5432/hivemeta']],
  ])('the address fits the data source %s', (type, expected) => {
    expect(labels(source(type, '"jdbc_url": "|"'))).toEqual(expected);
  });

  test('of an address, host, port and database are places to type into', () => {
    expect(snippet(source('MRS_RDS_FOR_PG', '"jdbc_url": |'), 'jdbc:postgresql://your-host:5432/hivemeta')).toBe(
      '"jdbc:postgresql://${1:your-host}:${2:5432}/${3:hivemeta}"',
    );
  });

  const other: CompletionEnvironment = {
    connection: { name: 'dev', instanceId: '0f1e2d3c-42b8-4947-b20b-adfc53981a25' },
    otherTexts: () => [
      '{ "log_location": "obs://other/logs", "location": "obs://other/ranger/", "target_catalog": "gold" }',
      '{ "instance_id": "aaaaaaaa-42b8-4947-b20b-adfc53981a25", "jdbc_url": "jdbc:mysql://root:1@h:3306/d" }',
    ],
  };

  test.each([
    [
      discovery('"data_location": "obs://here/raw", "log_location": "|"'),
      ['obs://other/logs', 'obs://here/raw', 'obs://other/ranger/', 'obs://your-bucket/logs'],
    ],
    [discovery('"target_catalog": "|"'), ['gold', 'your_catalog']],
    [
      discovery('"instance_id": |'),
      [
        '0f1e2d3c-42b8-4947-b20b-adfc53981a25',
        'aaaaaaaa-42b8-4947-b20b-adfc53981a25',
        '00000000-0000-0000-0000-000000000000',
      ],
    ],
    [
      source('MRS_RDS_FOR_MYSQL', '"jdbc_url": "|"'),
      ['jdbc:mysql://your-host:3306/hivemeta?useSSL=false&permitMysqlScheme'],
    ],
    ['{ "name": "|" }', ['your_job_name']],
  ])('values from elsewhere come first, but no address with a password: %s', (marked, expected) => {
    expect(labels(marked, other)).toEqual(expected);
  });

  test('of values from elsewhere, only legal ones are offered', () => {
    expect(labels(discovery('"log_location": "obs://", "data_location": "|"'))).toEqual(['obs://your-bucket/raw']);
  });

  test.each([
    ['MONTHLY', 'execute_day', 31, '30', 'every month on day 30 at 02:15; not in February'],
    ['WEEKLY', 'execute_day', 7, '7', 'every week on day 7 at 02:15'],
    ['DAILY', 'execute_day', 1, '*', 'every day at 02:15'],
    ['DAILY', 'execute_hour', 24, '23', 'every day at 23:15'],
    ['HOURLY', 'execute_minute', 60, '59', 'every hour at minute 59'],
  ])('%s leaves to %s %i values, among them %s: %s', (frequency, name, count, value, text) => {
    const times = Object.entries({
      execute_day: frequency === 'DAILY' || frequency === 'HOURLY' ? '*' : '1',
      execute_hour: frequency === 'HOURLY' ? '*' : '2',
      execute_minute: '15',
    }).filter(([other]) => other !== name);
    const properties = [...times.map(([other, time]) => `"${other}": "${time}"`), `"${name}": |`].join(', ');
    const offered = descriptions(scheduled(frequency, properties));
    expect(Object.keys(offered)).toHaveLength(count);
    expect(offered[value]).toBe(text);
  });
});

describe('references', () => {
  const secrets: CompletionEnvironment = { otherTexts: () => ['{ "password": "${secret:OTHER}" }'] };

  test('are offered for a secret: those in use first, then one of each kind to name', () => {
    const marked = source('MRS_RDS_FOR_MYSQL', '"username": "${env:USER_NAME}", "password": |');
    expect(labels(marked, secrets)).toEqual([
      '${env:USER_NAME}',
      '${secret:OTHER}',
      '${secret:HIVE_PASSWORD}',
      '${env:HIVE_PASSWORD}',
    ]);
    expect(snippet(marked, '${secret:HIVE_PASSWORD}')).toBe('"\\${secret:${1:HIVE_PASSWORD}\\}"');
  });

  test('that are stored come first, each once', () => {
    const marked = source('MRS_RDS_FOR_MYSQL', '"username": "${env:USER_NAME}", "password": |');
    const stored = { ...secrets, secretNames: ['HIVE_PASSWORD', 'OTHER'] };
    expect(labels(marked, stored)).toEqual([
      '${secret:HIVE_PASSWORD}',
      '${secret:OTHER}',
      '${env:USER_NAME}',
      '${env:HIVE_PASSWORD}',
    ]);
    const item = itemLabelled(itemsAtCursor(marked, withSnippets, stored), '${secret:HIVE_PASSWORD}');
    expect(item).toMatchObject({ textEdit: { newText: '"${secret:HIVE_PASSWORD}"' }, insertTextFormat: 1 });
  });

  test.each([
    ['"$|"', '"${secret:OTHER}"'],
    ['"${|"', '"${secret:OTHER}"'],
    ['"${sec|', '"${secret:OTHER}"'],
    ['"${sec|ret:OLD}"', '"${secret:OTHER}"'],
    ['"lake_${|}_raw"', '"lake_${secret:OTHER}_raw"'],
  ])('are offered in any text with the beginning of one: %s', (text, expected) => {
    expect(accepting(discovery(`"target_catalog": ${text}`), '${secret:OTHER}', plain, secrets)).toBe(
      discovery(`"target_catalog": ${expected}`),
    );
  });

  test.each(['"a|"', '"$${|"', '"$|${a}"'])('aren’t offered in %s', (text) => {
    expect(labels(discovery(`"target_catalog": ${text}`), secrets).filter((label) => label.startsWith('$'))).toEqual(
      [],
    );
  });

  test.each(['{ "name": "a${|" }', '{ "type": "${|" }'])('aren’t offered where none can be: %s', (text) => {
    expect(labels(text, secrets).filter((label) => label.startsWith('$'))).toEqual([]);
  });

  test('don’t include the one that is being typed', () => {
    const marked = source('MRS_RDS_FOR_MYSQL', '"username": "${env:A}", "password": "${secret:CRM_PASS|}"');
    expect(labels(marked)).toEqual(['${env:A}', '${secret:HIVE_PASSWORD}', '${env:HIVE_PASSWORD}']);
  });

  const manyNames = Array.from({ length: 1000 }, (_, index) => `\${secret:A${index}}`).join('');

  test('are offered with 200 names in use at most, as each repeats the string', () => {
    const many = labels(discovery('"target_catalog": "$|"'), { otherTexts: () => [manyNames] });
    expect(many.filter((label) => label.startsWith('${secret:A'))).toHaveLength(200);
  });

  test('aren’t offered in a string that is too long for any property', () => {
    expect(labels(discovery(`"target_catalog": "${manyNames} $|"`)).filter((label) => label.startsWith('$'))).toEqual(
      [],
    );
  });

  test('are found by what was typed before them', () => {
    const [item] = itemsAtCursor(discovery('"target_catalog": "lake_$|"'), withSnippets, secrets).filter(({ label }) =>
      label.startsWith('$'),
    );
    expect(item?.filterText).toBe('"lake_${secret:OTHER}');
  });
});

describe('accepting an item', () => {
  test.each([
    ['{|}', 'type', '{"type": "METADATA_DISCOVERY"}'],
    ['{ "a": 1 | }', 'name', '{ "a": 1, "name": "your_job_name" }'],
    ['{ "a": {}| }', 'name', '{ "a": {}, "name": "your_job_name" }'],
    ['{ | "a": 1 }', 'name', '{ "name": "your_job_name", "a": 1 }'],
    ['{ "a": 1 | "b": 2 }', 'name', '{ "a": 1, "name": "your_job_name", "b": 2 }'],
    ['{ "a": 1 /* one */ | }', 'name', '{ "a": 1, /* one */ "name": "your_job_name" }'],
    ['{ | /* one */ "a": 1 }', 'name', '{ "name": "your_job_name", /* one */ "a": 1 }'],
    ['{ | ] "a": 1 }', 'name', '{ "name": "your_job_name", ] "a": 1 }'],
    ['{ na| }', 'name', '{ "name": "your_job_name" }'],
    ['{ "na| }', 'name', '{ "name": "your_job_name" }'],
    ['{ "na|" }', 'name', '{ "name": "your_job_name" }'],
    ["{ 'na|' }", 'name', '{ "name": "your_job_name" }'],
    ['{ "na|": "job_1" }', 'name', '{ "name": "job_1" }'],
    ['{ "na|"： "job_1" }', 'name', '{ "name"： "job_1" }'],
    ['{ "na| "a": 1 }', 'name', '{ "name": "your_job_name", "a": 1 }'],
    ['{ "parameter":\n  "na|": "job_1" }', 'name', '{ "parameter":\n  "name": "job_1" }'],
    ['{ "type":| }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY" }'],
    ['{ "type": "MET|" }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY" }'],
    ['{ "type": MET| }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY" }'],
    ['{ "type": |MET }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY" }'],
    ['{ "type": M|ET }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY" }'],
    ['{ "type":| "MET" }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY" }'],
    ['{ "type": "MET|, "a": 1 }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY", "a": 1 }'],
    ['{ "type": | "a": 1 }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY", "a": 1 }'],
    ['{ "type": "MET|', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY"'],
    ['{ "type": "MET|" , "a": 1 }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY" , "a": 1 }'],
  ])('%s + %s', (marked, label, text) => {
    expect(accepting(marked, label)).toBe(text);
  });

  test('ends behind the comma that follows a value', () => {
    const [item] = itemsAtCursor('{ "type": "MET|" ,\n"name": "abcd" }');
    expect(item?.textEdit).toEqual({
      range: { start: { line: 0, character: 10 }, end: { line: 0, character: 17 } },
      newText: '"METADATA_MIGRATION" ,',
    });
  });

  test('fills a block in with its required properties, indented like the document', () => {
    const marked = '{\n\t"type": "PERMISSION_MIGRATION",\n\t"parameter": {\n\t\t|\n\t}\n}';
    const connected: CompletionEnvironment = {
      ...alone,
      connection: { name: 'dev', instanceId: '0f1e2d3c-42b8-4947-b20b-adfc53981a25' },
    };
    expect(accepting(marked, 'permission_migration_parameter', plain, connected)).toBe(
      [
        '{',
        '\t"type": "PERMISSION_MIGRATION",',
        '\t"parameter": {',
        '\t\t"permission_migration_parameter": {',
        '\t\t\t"location": "obs://your-bucket/permissions/",',
        '\t\t\t"log_location": "obs://your-bucket/logs",',
        '\t\t\t"policy_type": "RANGER",',
        '\t\t\t"instance_id": "0f1e2d3c-42b8-4947-b20b-adfc53981a25"',
        '\t\t}',
        '\t}',
        '}',
      ].join('\n'),
    );
  });

  test('gives a client with snippets choices, places to type into, and lists to keep or type over', () => {
    expect(snippet('{ "parameter": { | } }', 'permission_migration_parameter')).toBe(
      [
        '"permission_migration_parameter": {',
        '  "location": "${1:obs://your-bucket/permissions/}",',
        '  "log_location": "${2:obs://your-bucket/logs}",',
        '  "policy_type": "${3|RANGER,DLF,LAKEFORMATION,HDFS,MRS_LOCAL_GAUSSDB,MRS_RDS_FOR_PG,MRS_RDS_FOR_MYSQL|}",',
        '  "instance_id": "${4:00000000-0000-0000-0000-000000000000}"',
        '\\}',
      ].join('\n'),
    );
    expect(snippet(migration('|'), 'sync_objects')).toBe(
      '"sync_objects": [\n  ${1:"DATABASE",\n  "FUNCTION",\n  "TABLE",\n  "PARTITION"}\n]',
    );
  });

  test('offers all properties that have an effect, too', () => {
    const [, whole] = itemsAtCursor('{ "type": "METADATA_DISCOVERY", "parameter": | }', plain);
    if (whole === undefined) throw new Error('There is no variant with all properties.');
    const job: unknown = JSON.parse(accepted('{ "type": "METADATA_DISCOVERY", "parameter":  }', whole));
    const block = valueAt(job, ['parameter', 'metadata_discovery_parameter']);
    expect(Object.keys(isObject(block) ? block : {})).toEqual([
      'data_location',
      'target_catalog',
      'target_database',
      'conflict_strategy',
      'file_discovery_type',
      'file_sample_rate',
      'table_depth',
      'log_location',
      'default_owner',
      'principals',
      'give_write',
      'instance_id',
      'rediscovery_policy',
      'execute_strategy',
    ]);
  });
});

describe('an item', () => {
  test.each([
    ['{ na| }', 'name'],
    ['{ "na|" }', '"name'],
    ['{ "name"| }', '"name"'],
    ['{ "name": |}', 'your_job_name'],
    ['{ "type": "METADATA_DISCOVERY", "parameter": | }', 'required properties'],
    ['{ "type": "PERM|" }', '"METADATA_MIGRATION'],
  ])(
    'is found by what was typed, a closing quote and a bracket only where they are typed: %s',
    (marked, filterText) => {
      expect(itemsAtCursor(marked)[0]?.filterText).toBe(filterText);
    },
  );

  test('is a snippet where it has places to type into', () => {
    const formats = (marked: string): readonly unknown[] =>
      itemsAtCursor(marked).map(({ insertTextFormat }) => insertTextFormat);
    expect(formats(discovery('"header": |'))).toEqual([1, 1]);
    expect(formats('{ "nme|": "abcd" }')).toEqual([1, 1]);
    expect(formats('{ "name": | }')).toEqual([2]);
  });

  test('of a list is accepted by a comma, where one may follow', () => {
    const characters = (marked: string): readonly unknown[] =>
      itemsAtCursor(marked).map(({ commitCharacters }) => commitCharacters);
    expect(characters(discovery('"header": |'))).toEqual([[','], [',']]);
    expect(characters(discovery('"header": |, "a": 1'))).toEqual([undefined, undefined]);
    expect(characters(discovery('"target_catalog": "|"'))).toEqual([undefined]);
    expect(characters(discovery('|')).every((character) => character === undefined)).toBe(true);
  });

  test('gets its description when it is looked at', () => {
    const [name] = itemsAtCursor('{|}');
    if (name === undefined) throw new Error('No item');
    expect(name.documentation).toBeUndefined();
    expect(JSON.stringify(resolveCompletion(name).documentation)).toContain('**name** · required');
  });

  test('that another program made stays unchanged', () => {
    expect(resolveCompletion({ label: 'x', data: { path: [{}, 'y'] } })).toEqual({
      label: 'x',
      data: { path: [{}, 'y'] },
    });
  });
});

describe('a typed character asks for suggestions where it begins a property, a value, or a reference', () => {
  test.each([
    ['{', '{|}', 4],
    ['\n', '{ "name": "abcd",\n| }', 3],
    ['"', '{ "|" }', 4],
    [':', discovery('"header":|'), 2],
    [' ', discovery('"header": |'), 2],
    ['"', discovery('"conflict_strategy": "|'), 3],
    ['"', discovery('"conflict_strategy": "|"'), 3],
    ['[', migration('"sync_objects": [|]'), 4],
    ['$', discovery('"log_location": "$|"'), 3],
    ['{', discovery('"log_location": "${|"'), 3],
    [undefined, discovery('"log_location": "obs:|"'), 1],
  ])('%j in %s', (typed, marked, count) => {
    expect(askedBy(typed, marked)).toHaveLength(count);
  });

  test.each([
    [':', discovery('"log_location": "obs:|"')],
    [' ', discovery('"log_location": "obs |"')],
    ['{', discovery('"log_location": "{|"')],
    ['[', discovery('"log_location": "[|"')],
    ['"', discovery('"conflict_strategy": "UPSERT"|')],
    ['"', discovery('"conflict_strategy": ""|')],
    ['"', '{ "type"| }'],
  ])('but not as part of a string or at its end: %j in %s', (typed, marked) => {
    expect(askedBy(typed, marked)).toEqual([]);
  });

  function askedBy(typed: string | undefined, marked: string): readonly string[] {
    const { document, position } = atCursor(marked);
    const { items } = complete(document, undefined, position, withSnippets, alone, typed);
    return items.map(({ label }) => label);
  }
});

test('a comma asks for nothing', () => {
  expect(triggerCharacters).not.toContain(',');
});

describe('the list', () => {
  const marked = '{ "ty|" }';
  const { document, position } = atCursor(marked);
  const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 6 } };

  test('is complete, and has what its items share once for a client that reads it there', () => {
    const options = { ...withSnippets, itemDefaults: ['editRange', 'insertTextFormat', 'insertTextMode'] };
    const { isIncomplete, itemDefaults, items } = complete(document, undefined, position, options, alone);
    expect({ isIncomplete, itemDefaults }).toEqual({
      isIncomplete: false,
      itemDefaults: { editRange: range, insertTextFormat: 2, insertTextMode: 1 },
    });
    const [name] = items;
    expect(name?.textEditText).toBe('"name": "${1:your_job_name}"');
    expect(Object.keys(name ?? {})).not.toEqual(expect.arrayContaining(['textEdit']));
  });

  test('has everything with each item for a client that doesn’t', () => {
    const { itemDefaults, items } = complete(document, undefined, position, plain, alone);
    expect(itemDefaults).toBeUndefined();
    expect(items[0]).toMatchObject({ textEdit: { range }, insertTextFormat: 1 });
  });
});
