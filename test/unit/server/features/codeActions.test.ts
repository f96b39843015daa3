import { describe, expect, test } from 'vitest';
import { parse } from '../../../../server/src/documents/parse.ts';
import { validate } from '../../../../server/src/features/validate.ts';
import { documentOf } from '../../../support/cursor.ts';
import { readGoldenFixes } from '../../../support/goldenFix.ts';
import { actionsAt, actionsFor, afterAction, signedIn, titlesOf } from '../../../support/lightBulb.ts';

const goldenFixes = readGoldenFixes();
const sourceFixes = goldenFixes.filter(({ fix }) => fix.startsWith('source.'));
const quickFixes = goldenFixes.filter(({ fix }) => !fix.startsWith('source.'));
const plain = { snippetEdits: false };
const withSnippets = { snippetEdits: true };

describe('a quick fix', () => {
  test.each(quickFixes)('$name: $fix', ({ fix, before, after }) => {
    const actions = actionsAt(before);
    expect(titlesOf(actions)).toContain(fix);
    const [chosen, ...others] = actions.filter(({ title }) => title === fix);
    expect(titlesOf(others)).toEqual([]);
    expect(chosen && afterAction(before.replace('|', ''), chosen)).toBe(after);
  });

  // A fix adds no finding. What is hidden behind a mistake is for its author to see first.
  test.each([
    ['a block', 'Insert "type"', '{ | "name": "nightly_discovery", "parameter": {} }'],
    [
      'what peering needs',
      'Insert "network_type": "VPC_PEERING"',
      '{ "parameter": { "metadata_migration_parameter": { "datasource_parameter": {}, "accepted_vpc_id|": "1" } } }',
    ],
    [
      'what is wrong in a block',
      'Rename to "metadata_discovery_parameter"',
      '{ "parameter": { "metadataDiscovery|Parameter": { "execute_strategy": "MANUAL" } } }',
    ],
    ['a newer edition', 'Replace by { "smn_notify": true }', '{ "parameter": |[{ "smn_notify": true }] }'],
    [
      'parents',
      'Replace by ["TABLE"]',
      '{ "parameter": { "metadata_migration_parameter": { "sync_objects": "TABLE|" } } }',
    ],
    [
      'what a block lacks',
      'Change "type" to PERMISSION_MIGRATION',
      '{ "type": "METADATA_MIGRATION", "parameter": { "permission_migration_parameter|": { "policy_type": "RANGER" } } }',
    ],
  ])('is not offered where it would uncover a mistake: %s', (_, fix, marked) => {
    expect(titlesOf(actionsAt(marked))).not.toContain(fix);
  });

  test('carries the diagnostic that it mends', () => {
    const text = '{ "name": "nightly-discovery", "type": "METADATA_DISCOVRY" }';
    const diagnostics = validate(documentOf(text), parse(text), signedIn);
    const fixed = actionsAt('{ "name": "nightly|-discovery", "type": "METADATA_DISCOVRY" }');
    expect(fixed.map(({ diagnostics: mended }) => mended)).toEqual([
      diagnostics.filter(({ code }) => code === 'wrong-form'),
    ]);
  });

  test('is offered from the first character of what is wrong to behind the last', () => {
    const offered = (marked: string): string[] => titlesOf(actionsAt(marked));
    expect(offered('{ "name": |"job-1" }')).toEqual(['Replace by "job_1"']);
    expect(offered('{ "name": "job-1"| }')).toEqual(['Replace by "job_1"']);
    expect(offered('{ "name":| "job-1" }')).toEqual([]);
    expect(offered('{ "name": "job-1" |}')).toEqual([]);
  });

  test('for a selection is that of everything in it', () => {
    expect(titlesOf(actionsFor('{ \'name\': "job-1" }')).slice(-2)).toEqual([
      'Replace by "name"',
      'Replace by "job_1"',
    ]);
  });
});

describe('a source action', () => {
  test.each(sourceFixes)('$name: $fix', ({ fix, before, after }) => {
    const [action, ...others] = actionsFor(before, { ...plain, only: [fix] });
    expect(others).toEqual([]);
    expect(action && afterAction(before, action)).toBe(after);
    expect(action?.kind).toBe(fix);
  });

  test('that would change nothing is not offered', () => {
    expect(actionsFor('{\n  "name": "job_1"\n}', { ...plain, only: ['source'] })).toEqual([]);
  });

  // What is meant can be guessed here, but a guess is nothing to make without a look.
  test.each([
    ['quotes in a text', '{ "description": "the "best" job" }'],
    ['an equals sign for a colon', '{ "parameter": { "smn_notify" = true, "smn_notify_topic" = 5 } }'],
    ['two colons', '{ "parameter": { "smn_notify_topic":: 5 } }'],
    ['a semicolon', '{ "parameter": { "smn_notify": true; } }'],
    ['a comment of another language', '{ # every night\n  "name": "job_1"\n}'],
    ['a text of several words', '{ "description": every night }'],
  ])('leaves %s to the author', (_, text) => {
    expect(actionsFor(text, { ...plain, only: ['source.fixAll'] }).map((action) => afterAction(text, action))).toEqual(
      [],
    );
  });
});

describe('the kinds asked for', () => {
  const text = '{ "type": "metadata_migration", "name": "job_1", "parameter": {} }';
  const quickFix = 'quickfix';
  const fixAll = 'source.fixAll.lfjob';
  const sort = 'source.sort.lfjob';

  test.each([
    [undefined, [quickFix]],
    [['quickfix'], [quickFix]],
    [['source'], [fixAll, sort]],
    [['source.fixAll'], [fixAll]],
    [['source.fixAll.lfjob'], [fixAll]],
    [['source.sort'], [sort]],
    [['source.sort.lfjob'], [sort]],
    [
      ['quickfix', 'source.sort'],
      [quickFix, sort],
    ],
    [['refactor'], []],
    [['source.organizeImports'], []],
    [['source.fixAll.eslint'], []],
    [['source.fix'], []],
  ])('%j: %j', (only, kinds) => {
    const wrong = text.replace('metadata_migration', 'METADATA_DISCOVERY').replace('job_1', ' job_1');
    expect([...new Set(actionsFor(wrong, { ...plain, only }).map(({ kind }) => kind))]).toEqual(kinds);
  });
});

describe('an insertion for a client that takes snippets', () => {
  test.each(quickFixes.filter(({ fix }) => fix.startsWith('Insert ')))('$name: $fix', ({ fix, before, after }) => {
    const chosen = actionsAt(before, withSnippets).find(({ title }) => title === fix);
    expect(chosen && afterAction(before.replace('|', ''), chosen)).toBe(after);
  });

  const marked = [
    '{',
    '  "name": "dlf_permissions",',
    '  "type": "PERMISSION_MIGRATION",',
    '  "para|meter": {}',
    '}',
  ].join('\n');

  // Its lines are indented from the line that it is put into, which the editor adds.
  test('has a place to type into for every value, and a choice where values are listed', () => {
    expect(actionsAt(marked, withSnippets)[0]?.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: 'test:/job.lfjob.json', version: 1 },
          edits: [
            {
              range: { start: { line: 3, character: 16 }, end: { line: 3, character: 16 } },
              snippet: {
                kind: 'snippet',
                value: [
                  '',
                  '  "permission_migration_parameter": {',
                  '    "location": "${1:obs://lake-permissions/ranger/}",',
                  '    "log_location": "${2:obs://lake-logs/permissions}",',
                  '    "policy_type": "${3|RANGER,DLF,LAKEFORMATION,HDFS,MRS_LOCAL_GAUSSDB,MRS_RDS_FOR_PG,MRS_RDS_FOR_MYSQL|}",',
                  '    "instance_id": "${4:2180518f-42b8-4947-b20b-adfc53981a25}"',
                  '  \\}',
                  '',
                ].join('\n'),
              },
            },
          ],
        },
      ],
    });
  });

  test('escapes what means something in a snippet', () => {
    const members = '"jdbc_url": "jdbc:mysql://h:3306/d", "username": "hive"';
    const [action] = actionsAt(
      `{ "parameter": { "metadata_migration_parameter": { "datasource_type": "OPEN_FOR_MYSQL", "datasource_para|meter": { ${members} } } } }`,
      withSnippets,
    );
    const value = ', "password": "${1:\\${secret:HIVE_PASSWORD\\}}"';
    expect(action?.edit?.documentChanges).toMatchObject([{ edits: [{ snippet: { value } }] }]);
  });

  test('is a plain edit where the members go to several places', () => {
    const [action] = actionsAt(
      '{ "parameter": { "metadata_discovery_parameter": { "principals": [{| "principal_source": "IAM" }] } } }',
      withSnippets,
    );
    expect(action?.title).toBe('Insert "principal_type", "principal_name"');
    expect(action?.edit?.documentChanges).toBeUndefined();
    expect(action?.edit?.changes?.['test:/job.lfjob.json']).toHaveLength(2);
  });
});
