import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { parse } from '../../../../language/src/documents/parse.ts';
import { diagnostics } from '../../../../language/src/features/diagnostics.ts';
import { documentOf } from '../../../support/cursor.ts';

/** What is said of a text: each diagnostic as `severity code at: message`, `at` being the text that it marks. */
function said(text: string): string[] {
  const document = documentOf(text);
  return diagnostics(document, parse(text)).map(
    ({ severity, code, range, message }) =>
      `${severityNames[severity ?? 1]} ${String(code)} «${document.getText(range)}»: ${JSON.stringify(message).slice(1, -1)}`,
  );
}

const severityNames = ['', 'error', 'warning', 'information', 'hint'];

const discovery = (members: string): string =>
  `{"name":"job_1","type":"METADATA_DISCOVERY","parameter":{"metadata_discovery_parameter":{"data_location":"obs://a/b",
  "target_catalog":"c","target_database":"d","conflict_strategy":"UPSERT","file_discovery_type":"CSV","log_location":"obs://a/b",
  "instance_id":"11111111-2222-3333-4444-555555555555",${members}}}}`;

describe('one sentence for one mistake', () => {
  test.each([
    [
      '"header":"true"',
      ['error wrong-type «"true"»: \\"header\\" must be true or false, not a text in double quotes.'],
    ],
    ['"table_depth":1.5', ['error wrong-type «1.5»: \\"table_depth\\" must be a whole number, not a fraction.']],
    [
      '"quote":","',
      ['error unknown-value «","»: \\"quote\\" cannot be \\",\\". Allowed: DOUBLE_QUOTE, SINGLE_QUOTE, NULL_QUOTE.'],
    ],
    ['"file_sample_rate":101', ['error out-of-range «101»: \\"file_sample_rate\\" must be a number: 0 to 100.']],
    [
      '"execute_strategy":"SCHEDULE","execute_frequency":"MONTHLY","execute_day":32,"execute_hour":"2","execute_minute":"5"',
      ['error out-of-range «32»: \\"execute_day\\" must be a number: 1 to 31.'],
    ],
    [
      '"execute_strategy":"SCHEDULE","execute_frequency":"MONTHLY","execute_day":3,"execute_hour":"2","execute_minute":"5"',
      ['hint number-for-string «3»: The API’s table says String here. \\"3\\" in double quotes is the safe form.'],
    ],
    [
      '"execute_strategy":"SCHEDULE","execute_frequency":"WEEKLY","execute_day":"8","execute_hour":"2","execute_minute":"5"',
      ['error schedule-value «"8"»: \\"execute_day\\" must be 1 to 7 when \\"execute_frequency\\" is WEEKLY.'],
    ],
    [
      '"execute_strategy":"MANUAL"',
      [
        'error unknown-value «"MANUAL"»: \\"execute_strategy\\" cannot be \\"MANUAL\\". Did you mean MANNUAL? Allowed: MANNUAL, SCHEDULE.',
      ],
    ],
    [
      '"fileSampleRate":5',
      [
        'warning unknown-member «"fileSampleRate"»: Unknown property \\"fileSampleRate\\". Did you mean \\"file_sample_rate\\"?',
      ],
    ],
    [
      '"default_owner":"a-b"',
      ['warning wrong-form «"a-b"»: \\"default_owner\\" must be letters, digits and underscores.'],
    ],
    ['"colour":"red"', ['warning unknown-member «"colour"»: Unknown property \\"colour\\".']],
    [
      '"principals":[{"principal_type":"USER","principal_source":"IAM"}]',
      ['error missing-member «{»: \\"principals[0]\\" requires \\"principal_name\\".'],
    ],
    [
      `"principals":[{"principal_type":"USER","principal_source":"IAM","principal_name":"${'a b'.repeat(20)}"}]`,
      [
        `error wrong-length «"${'a b'.repeat(20)}"»: \\"principals[0].principal_name\\" must have 1 to 49 characters; it has 60.`,
      ],
    ],
  ])('%s', (members, sentences) => {
    expect(said(discovery(members))).toEqual(sentences);
  });

  test('a secret is not repeated', () => {
    const text =
      '{"name":"job_1","type":"METADATA_MIGRATION","parameter":{"metadata_migration_parameter":{"datasource_parameter":{"password":7}}}}';
    expect(said(text).filter((line) => line.includes('password'))).toEqual([
      'error wrong-type «7»: \\"password\\" must be a text in double quotes, not a whole number.',
    ]);
  });

  test('the block of the type is missing', () => {
    expect(said('{"name":"job_1","type":"METADATA_DISCOVERY","parameter":{}}')).toEqual([
      'warning missing-block «"parameter"»: \\"METADATA_DISCOVERY\\" requires \\"metadata_discovery_parameter\\".',
    ]);
  });
});

const restOfJob = `"type":"PERMISSION_MIGRATION","parameter":{"permission_migration_parameter":{"location":"obs://a/b",
  "log_location":"obs://a/b","policy_type":"RANGER","instance_id":"11111111-2222-3333-4444-555555555555"}}`;

describe('a text that is no job', () => {
  test.each([
    [
      '',
      ['error empty-document «»: The document is empty. A job is one JSON object: type \\"lf\\" and accept a snippet.'],
    ],
    ['[]', ['error wrong-type «[»: A job is one JSON object { … }, not an array [ … ].']],
    ['{"name" "job_1",…}', ['error missing-colon «"name"»: A colon is missing between the member name and its value.']],
    [
      '{"name":job_1,…}',
      [
        'error unquoted-text «job_1»: This is no JSON value: write \\"job_1\\". Bare words are true, false, null and numbers.',
      ],
    ],
    ['{\'name\':"job_1",…}', [`error other-quotes «'name'»: JSON knows double quotes only: write \\"name\\".`]],
    ['{"name":"job_1",…,}', ['error surplus-comma «,»: A comma stands between two elements only. Remove this one.']],
    ['{"name":"job_1" …}', ['error missing-comma «"type"»: A comma is missing before this.']],
    [
      '{// why\n"name":"job_1",…}',
      ['error comment «// why»: The service does not accept comments. Remove it, or move it to \\"description\\".'],
    ],
    ['{"name":"job_1",…', ['error open-bracket «}»: A closing bracket is missing: }']],
    [
      '{"name":"job_1",…}}',
      ['error invalid-json «}»: The job ends before this. Remove what follows the closing brace.'],
    ],
    ['{"name":,…}', ['error missing-value «"name":»: \\"name\\" has no value. Write one after a colon.']],
    ['{}', ['error missing-member «{»: A job requires \\"name\\", \\"type\\", and \\"parameter\\".']],
  ])('%s', (text, sentences) => {
    expect(said(text.replace('…', restOfJob))).toEqual(sentences);
  });

  test('a document that is wrong everywhere gets a thousand diagnostics, the errors among them', () => {
    const unknown = Array.from({ length: 2000 }, (_, index) => `"x${String(index)}":1`).join(',');
    const text = `{${unknown},"name":7,"type":"METADATA_DISCOVERY","parameter":{}}`;
    const found = diagnostics(documentOf(text), parse(text));
    expect(found).toHaveLength(1001);
    expect(found.filter(({ severity }) => severity === DiagnosticSeverity.Error)).toHaveLength(1);
  });
});

test.each([
  [1001, '1 more problem isn’t reported.'],
  [1002, '2 more problems aren’t reported.'],
])('of %i problems, 1,000 are reported, and how many more there are', (count, message) => {
  const text = `[${'1 '.repeat(count)}`.replace(/ $/, ']');
  const messages = diagnostics(documentOf(text), parse(text)).map((diagnostic) => diagnostic.message);
  expect(messages).toHaveLength(1001);
  expect(messages.at(-1)).toBe(message);
});

test.each([
  ['wrong values', '1,'],
  ['repeated values', '"TABLE",'],
])('of more than 5,000 %s, it is not counted how many more there are', (_, element) => {
  const text = discovery('"a":1')
    .replace(/"metadata_discovery_parameter".*/s, '')
    .concat(`"smn_notify_types":[${element.repeat(12_000)}"SUCCESS"]}}`);
  const messages = diagnostics(documentOf(text), parse(text)).map((diagnostic) => diagnostic.message);
  expect(messages).toHaveLength(1001);
  expect(messages.at(-1)).toMatch(/^At least [\d,]+ other problems aren’t reported\.$/);
});
