import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextEdit, type CompletionItem } from 'vscode-languageserver-types';
import { complete, resolveCompletion } from '../../../../server/src/features/complete/complete.ts';
import type { CompletionOptions } from '../../../../server/src/features/complete/context.ts';
import { atCursor } from '../../../support/cursor.ts';

const withSnippets: CompletionOptions = { snippets: true, insertTextMode: true };
const plain: CompletionOptions = { snippets: false, insertTextMode: false };

function items(marked: string, options = withSnippets): CompletionItem[] {
  const { document, parsed, position } = atCursor(marked);
  return complete(document, () => parsed, position, options);
}

function sorted(marked: string): string[] {
  return items(marked)
    .sort((left, right) => (left.sortText ?? left.label).localeCompare(right.sortText ?? right.label))
    .map(({ label }) => label);
}

/** The whole text after the item `label` was accepted. */
function accepting(marked: string, label: string, options = plain): string {
  const { document } = atCursor(marked);
  const item = items(marked, options).find((candidate) => candidate.label === label);
  if (item?.textEdit === undefined || !TextEdit.is(item.textEdit)) throw new Error(`No item ${label}`);
  return TextDocument.applyEdits(document, [item.textEdit, ...(item.additionalTextEdits ?? [])]);
}

describe('members', () => {
  test.each([
    ['{|}', ['name', 'type', 'parameter', 'description']],
    ['{ "name": "abcd", "type": "METADATA_DISCOVERY", | }', ['parameter', 'description']],
    ['{ "name|": "abcd", "type": "METADATA_DISCOVERY" }', ['name', 'parameter', 'description']],
    [
      '{ "parameter": { | }, "type": "METADATA_DISCOVERY" }',
      [
        'metadata_discovery_parameter',
        'smn_notify',
        'smn_notify_topic',
        'smn_notify_types',
        'metadata_migration_parameter',
        'permission_migration_parameter',
      ],
    ],
    [
      '{ "parameter": { | } }',
      [
        'metadata_migration_parameter',
        'permission_migration_parameter',
        'metadata_discovery_parameter',
        'smn_notify',
        'smn_notify_topic',
        'smn_notify_types',
      ],
    ],
    [
      '{ "parameter": { "metadata_discovery_parameter": { "principals": [ { "principal_type": "USER", | } ] } } }',
      ['principal_source', 'principal_name'],
    ],
    ['{ "unknown": { | } }', []],
  ])('%s', (marked, labels) => {
    expect(sorted(marked)).toEqual(labels);
  });

  test('say whether they are mandatory, optional or of another type', () => {
    const details = items('{ "type": "METADATA_DISCOVERY", "parameter": { | } }').map(({ label, detail }) => [
      label,
      detail,
    ]);
    expect(Object.fromEntries(details)).toMatchObject({
      metadata_discovery_parameter: 'mandatory',
      metadata_migration_parameter: 'does not apply here',
      smn_notify: 'optional',
    });
  });

  test('a condition inside a block counts: catalog_id is mandatory for DLF and does not apply to RANGER', () => {
    const catalogId = (policy: string): string | undefined =>
      items(`{ "parameter": { "permission_migration_parameter": { "policy_type": "${policy}", | } } }`).find(
        ({ label }) => label === 'catalog_id',
      )?.detail;
    expect([catalogId('DLF'), catalogId('RANGER'), catalogId('?')]).toEqual([
      'mandatory',
      'does not apply here',
      'optional',
    ]);
  });
});

describe('values', () => {
  test.each([
    ['{ "type": "|" }', ['METADATA_MIGRATION', 'PERMISSION_MIGRATION', 'METADATA_DISCOVERY']],
    ['{ "type": | }', ['METADATA_MIGRATION', 'PERMISSION_MIGRATION', 'METADATA_DISCOVERY']],
    ['{ "parameter": { "metadata_discovery_parameter": { "header": | } } }', ['true', 'false']],
    [
      '{ "parameter": { "metadata_migration_parameter": { "sync_objects": [ "TABLE", | ] } } }',
      ['DATABASE', 'FUNCTION', 'PARTITION'],
    ],
    [
      '{ "parameter": { "metadata_migration_parameter": { "sync_objects": [ "TAB|LE" ] } } }',
      ['DATABASE', 'FUNCTION', 'TABLE', 'PARTITION'],
    ],
    ['{ "parameter": | }', ['{ … }']],
    ['{ "parameter": { "smn_notify_types": | } }', ['[ … ]']],
    ['{ "unknown": | }', []],
    ['{ "parameter": { "metadata_migration_parameter": { "datasource_parameter": { "password": | } } } }', []],
    ['|', ['{ … }']],
  ])('%s', (marked, labels) => {
    expect(sorted(marked)).toEqual(labels);
  });

  test('have their text beside them, the default and the current one marked', () => {
    const [mannual, schedule] = items(
      '{ "parameter": { "metadata_discovery_parameter": { "execute_strategy": "SCHE|DULE" } } }',
    );
    expect(mannual?.labelDetails?.description).toBe(
      'Runs when it is started; creating the job does not start it. (default)',
    );
    expect(schedule).toMatchObject({ preselect: true, filterText: '"SCHEDULE"' });
    expect(schedule?.labelDetails?.description).toMatch(/\(current\)$/);
  });
});

describe('accepting an item', () => {
  test.each([
    ['{|}', 'type', '{"type": "METADATA_MIGRATION"}'],
    ['{ "a": 1 | }', 'name', '{ "a": 1, "name": "" }'],
    ['{ "a": {}| }', 'name', '{ "a": {}, "name": "" }'],
    ['{ | "a": 1 }', 'name', '{ "name": "", "a": 1 }'],
    ['{ "a": 1 | "b": 2 }', 'name', '{ "a": 1, "name": "", "b": 2 }'],
    ['{ na| }', 'name', '{ "name": "" }'],
    ['{ "na| }', 'name', '{ "name": "" }'],
    ['{ "na|" }', 'name', '{ "name": "" }'],
    ['{ "na|": "job_1" }', 'name', '{ "name": "job_1" }'],
    ['{ "na| "a": 1 }', 'name', '{ "name": "", "a": 1 }'],
    ['{ "type":| }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY" }'],
    ['{ "type": "MET|" }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY" }'],
    ['{ "type": MET| }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY" }'],
    ['{ "type": "MET|, "a": 1 }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY", "a": 1 }'],
    ['{ "type": | "a": 1 }', 'METADATA_DISCOVERY', '{ "type": "METADATA_DISCOVERY", "a": 1 }'],
  ])('%s + %s', (marked, label, text) => {
    expect(accepting(marked, label)).toBe(text);
  });

  test('fills a block in with its mandatory members, indented like the document', () => {
    const marked = '{\n\t"type": "PERMISSION_MIGRATION",\n\t"parameter": {\n\t\t|\n\t}\n}';
    expect(accepting(marked, 'permission_migration_parameter')).toBe(
      [
        '{',
        '\t"type": "PERMISSION_MIGRATION",',
        '\t"parameter": {',
        '\t\t"permission_migration_parameter": {',
        '\t\t\t"location": "",',
        '\t\t\t"log_location": "",',
        '\t\t\t"policy_type": "DLF",',
        '\t\t\t"instance_id": ""',
        '\t\t}',
        '\t}',
        '}',
      ].join('\n'),
    );
  });

  test('gives a client with snippets choices and tab stops', () => {
    expect(accepting('{ "parameter": { | } }', 'permission_migration_parameter', withSnippets)).toBe(
      [
        '{ "parameter": { "permission_migration_parameter": {',
        '  "location": "$1",',
        '  "log_location": "$2",',
        '  "policy_type": "${3|DLF,RANGER,LAKEFORMATION,HDFS,MRS_LOCAL_GAUSSDB,MRS_RDS_FOR_PG,MRS_RDS_FOR_MYSQL|}",',
        '  "instance_id": "$4"',
        '\\} } }',
      ].join('\n'),
    );
  });
});

describe('an item', () => {
  test('is found by what was typed: with its quotes where the word has one', () => {
    expect(items('{ "na|" }')[0]?.filterText).toBe('"name"');
    expect(items('{ na| }')[0]?.filterText).toBe('name');
  });

  test('gets its description when it is looked at', () => {
    const [name] = items('{|}');
    if (name === undefined) throw new Error('No item');
    expect(name.documentation).toBeUndefined();
    expect(JSON.stringify(resolveCompletion(name).documentation)).toContain('**name** · mandatory');
  });

  test('that another program made stays as it is', () => {
    expect(resolveCompletion({ label: 'x', data: { path: [{}, 'y'] } })).toEqual({
      label: 'x',
      data: { path: [{}, 'y'] },
    });
  });
});
