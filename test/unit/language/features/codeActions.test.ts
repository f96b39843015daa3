import { describe, expect, test } from 'vitest';
import { parse } from '../../../../language/src/documents/parse.ts';
import { diagnostics } from '../../../../language/src/features/diagnostics.ts';
import { fixAllKind } from '../../../../language/src/features/codeActions.ts';
import type { MoveSecretParams } from '../../../../language/src/features/codeActionCommands.ts';
import { documentOf } from '../../../support/cursor.ts';
import { readGoldenFixes } from '../../../support/goldenFix.ts';
import { jobWithProperties } from '../../../support/jobs.ts';
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
    ['a newer edition', 'Replace with { "smn_notify": true }', '{ "parameter": |[{ "smn_notify": true }] }'],
    [
      'parents',
      'Replace with ["TABLE"]',
      '{ "parameter": { "metadata_migration_parameter": { "sync_objects": "TABLE|" } } }',
    ],
    [
      'what a block lacks',
      'Change "type" to PERMISSION_MIGRATION',
      '{ "type": "METADATA_MIGRATION", "parameter": { "permission_migration_parameter|": { "policy_type": "RANGER" } } }',
    ],
  ])('isn’t offered where it would uncover a mistake: %s', (_, fix, marked) => {
    expect(titlesOf(actionsAt(marked))).not.toContain(fix);
  });

  test('inserts no sample beside jobs', () => {
    const job = '{ "name": "sales_discovery", "type": "METADATA_DISCOVERY", "parameter": {} }';
    expect(titlesOf(actionsAt(`{| "jobs": [${job}, ${job}] }`))).toEqual([]);
  });

  test('is offered for one of more problems than are looked at, and Fix All makes the safe ones', () => {
    const principals = Array.from(
      { length: 6_000 },
      (_, index) => `{ "principal_type": "user", "principal_name": "${index}" }`,
    );
    const text = `{ "parameter": { "metadata_discovery_parameter": { "principals": [${principals.join(',\n')}] } } }`;
    expect(titlesOf(actionsAt(text.replace('user', 'user|')))).toContain('Replace with USER');
    const [fixAll] = actionsFor(text, { ...plain, only: [fixAllKind] });
    expect(fixAll && afterAction(text, fixAll).match(/"user"/g)?.length).toBeLessThan(3_000);
  });

  // The first fix tried makes twice as many of 10,000 problems: as many repeated values.
  test('is offered where another one brings up many more problems', () => {
    const misspelled = Array.from({ length: 10_000 }, () => '"TABEL"').join();
    const block = `"metadata_migration_parameter|": { "sync_objects": [${misspelled}] }`;
    const job = jobWithProperties('metadata_discovery_parameter', '').replace(/(?<="parameter": \{)/, `${block},`);
    expect(titlesOf(actionsAt(job))).toContain('Remove "metadata_migration_parameter"');
  });

  test('has the diagnostic that it fixes', () => {
    const text = '{ "name": "nightly-discovery", "type": "METADATA_DISCOVRY" }';
    const found = diagnostics(documentOf(text), parse(text), signedIn);
    const fixed = actionsAt('{ "name": "nightly|-discovery", "type": "METADATA_DISCOVRY" }');
    expect(fixed.map(({ diagnostics: mended }) => mended)).toEqual([found.filter(({ code }) => code === 'wrong-form')]);
  });

  test('is offered from the first character of what is wrong to behind the last', () => {
    const offered = (marked: string): string[] => titlesOf(actionsAt(marked));
    expect(offered('{ "name": |"job-1" }')).toEqual(['Replace with "job_1"']);
    expect(offered('{ "name": "job-1"| }')).toEqual(['Replace with "job_1"']);
    expect(offered('{ "name":| "job-1" }')).toEqual([]);
    expect(offered('{ "name": "job-1" |}')).toEqual([]);
  });

  test('for a selection of thousands of findings is of one of the first', () => {
    const values = Array.from({ length: 2000 }, () => '"TABEL"').join();
    const job = jobWithProperties('metadata_migration_parameter', `"sync_objects": [${values}]`);
    const first = job.slice(0, job.indexOf('"TABEL"')).split('\n').length - 1;
    const lines = actionsFor(job).flatMap(({ diagnostics: fixed = [] }) => fixed.map(({ range }) => range.start.line));
    expect(lines).not.toEqual([]);
    expect(Math.max(...lines)).toBeLessThan(first + 20);
  });

  test('for a selection is that of everything in it', () => {
    expect(titlesOf(actionsFor('{ \'name\': "job-1" }')).slice(-2)).toEqual([
      'Replace with "name"',
      'Replace with "job_1"',
    ]);
  });
});

describe('a secret in plain text', () => {
  const commands = ['lakeformation.moveSecret', 'lakeformation.explainVariable'];
  const able = { ...plain, commands };
  const job = (properties: string): string =>
    `{ "parameter": { "metadata_migration_parameter": { "datasource_parameter": { ${properties} } } } }`;

  /** The text within the range that a command carries. */
  function movedBy(marked: string): unknown {
    const action = actionsAt(marked, able).find(({ title }) => title === 'Move to secret storage');
    const carried: readonly unknown[] = action?.command?.arguments ?? [];
    const [params] = carried;
    if (!isMove(params)) return params;
    return { ...params, range: documentOf(marked.replace('|', '')).getText(params.range) };
  }

  test('is moved by a command, which carries its place and a name and never the secret', () => {
    const [move, replace, ...others] = actionsAt(job('"secret_key": "not a |secret"'), able);
    expect(others).toEqual([]);
    expect(move).toEqual({
      title: 'Move to secret storage',
      kind: 'quickfix',
      diagnostics: [expect.objectContaining({ code: 'plaintext-secret' })],
      command: {
        title: 'Move to secret storage',
        command: 'lakeformation.moveSecret',
        arguments: [
          {
            uri: 'test:/job.lfjob.json',
            version: 1,
            range: { start: { line: 0, character: 92 }, end: { line: 0, character: 104 } },
            name: 'DLF_SECRET_KEY',
          },
        ],
      },
    });
    expect(replace?.edit?.changes).toEqual({ 'test:/job.lfjob.json': [expect.anything()] });
    expect(replace?.command).toEqual({
      title: 'Replace with an environment variable',
      command: 'lakeformation.explainVariable',
      arguments: [{ name: 'DLF_SECRET_KEY' }],
    });
    expect(JSON.stringify([move, replace])).not.toContain('not a secret');
  });

  test.each([
    ['all of a text', '"password": "not a| secret"', 'not a secret', 'HIVE_PASSWORD'],
    ['with what is escaped', '"access_key": "not \\"a\\"| secret"', 'not \\"a\\" secret', 'DLF_ACCESS_KEY'],
    ['before the host', '"jdbc_url": "jdbc:mysql://hive:no.secret@|host:3306/meta"', 'no.secret', 'HIVE_PASSWORD'],
    ['as a parameter', '"jdbc_url": "jdbc:mysql://host:3306/meta?pwd=no.secret|"', 'no.secret', 'HIVE_PASSWORD'],
  ])('is found %s', (_, property, range, name) => {
    expect(movedBy(job(property))).toMatchObject({ range, name });
  });

  test.each([
    ['there is no end of it in sight', '"jdbc_url": "jdbc:mysql://hive:no@secret@|host:3306/meta"'],
    ['there are two', '"jdbc_url": "jdbc:mysql://hive:no.secret@|host:3306/meta?password=another"'],
    [
      'its place in the text is not that in the address',
      '"jdbc_url": "jdbc:mysql:\\/\\/hive:no.secret@|host:3306/meta"',
    ],
    ['it is not JSON', '"password": \'not a |secret\''],
  ])('stays where %s', (_, property) => {
    const titles = titlesOf(actionsAt(job(property), able));
    expect(titles).not.toContain('Move to secret storage');
    expect(titles).not.toContain('Replace with an environment variable');
  });

  test('isn’t moved by a client without the command', () => {
    const actions = actionsAt(job('"password": "not a |secret"'), { ...plain, commands: [] });
    expect(titlesOf(actions)).toEqual(['Replace with an environment variable']);
    expect(actions[0]?.command).toBeUndefined();
  });

  test.each([
    [
      '"password": "${not a secret|}"',
      ['Change to a reference to a secret', 'Change to a reference to an environment variable'],
    ],
    ['"password": "${secret:not a secret|}"', ['Change to a reference to a secret']],
    ['"password": "${env.not a secret|}"', ['Change to a reference to an environment variable']],
  ])('in the braces of a reference that is none isn’t repeated: %s', (property, titles) => {
    expect(titlesOf(actionsAt(job(property), able))).toEqual(titles);
  });
});

function isMove(params: unknown): params is MoveSecretParams {
  return typeof params === 'object' && params !== null && 'range' in params;
}

describe('a source action', () => {
  test.each(sourceFixes)('$name: $fix', ({ fix, before, after }) => {
    const [action, ...others] = actionsFor(before, { ...plain, only: [fix] });
    expect(others).toEqual([]);
    expect(action && afterAction(before, action)).toBe(after);
    expect(action?.kind).toBe(fix);
  });

  test('that would change nothing isn’t offered', () => {
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
                  '    "location": "${1:obs://your-bucket/permissions/}",',
                  '    "log_location": "${2:obs://your-bucket/logs}",',
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
    const properties = '"jdbc_url": "jdbc:mysql://h:3306/d", "username": "hive"';
    const [action] = actionsAt(
      `{ "parameter": { "metadata_migration_parameter": { "datasource_type": "OPEN_FOR_MYSQL", "datasource_para|meter": { ${properties} } } } }`,
      withSnippets,
    );
    const value = ', "password": "${1:\\${secret:HIVE_PASSWORD\\}}"';
    expect(action?.edit?.documentChanges).toMatchObject([{ edits: [{ snippet: { value } }] }]);
  });

  test('is a plain edit where the properties go to several places', () => {
    const [action] = actionsAt(
      '{ "parameter": { "metadata_discovery_parameter": { "principals": [{| "principal_source": "IAM" }] } } }',
      withSnippets,
    );
    expect(action?.title).toBe('Insert "principal_type" and "principal_name"');
    expect(action?.edit?.documentChanges).toBeUndefined();
    expect(action?.edit?.changes?.['test:/job.lfjob.json']).toHaveLength(2);
  });
});
