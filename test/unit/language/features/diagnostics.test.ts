import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { parse } from '../../../../language/src/documents/parse.ts';
import { diagnostics } from '../../../../language/src/features/diagnostics.ts';
import { documentOf } from '../../../support/cursor.ts';

/** What is reported for a text: each diagnostic as `severity code at: message`, `at` being the text that it marks. */
function said(text: string): string[] {
  const document = documentOf(text);
  return diagnostics(document, parse(text)).map(
    ({ severity, code, range, message }) =>
      `${severityNames[severity ?? 1]} ${String(code)} «${document.getText(range)}»: ${JSON.stringify(message).slice(1, -1)}`,
  );
}

const severityNames = ['', 'error', 'warning', 'information', 'hint'];

const discovery = (properties: string): string =>
  `{"name":"job_1","type":"METADATA_DISCOVERY","parameter":{"metadata_discovery_parameter":{"data_location":"obs://a/b",
  "target_catalog":"c","target_database":"d","conflict_strategy":"UPSERT","file_discovery_type":"CSV","log_location":"obs://a/b",
  "instance_id":"11111111-2222-3333-4444-555555555555",${properties}}}}`;

describe('one sentence for one mistake', () => {
  test.each([
    ['"header":"true"', ['error wrong-type «"true"»: \\"header\\" must be true or false, not a string.']],
    [
      '"table_depth":1.5',
      ['error wrong-type «1.5»: \\"table_depth\\" must be an integer, not a number with a fraction.'],
    ],
    [
      '"quote":","',
      ['error unknown-value «","»: \\"quote\\" can’t be \\",\\". Allowed: DOUBLE_QUOTE, SINGLE_QUOTE, NULL_QUOTE.'],
    ],
    ['"file_sample_rate":101', ['error out-of-range «101»: \\"file_sample_rate\\" must be between 0 and 100.']],
    [
      '"execute_strategy":"SCHEDULE","execute_frequency":"MONTHLY","execute_day":32,"execute_hour":"2","execute_minute":"5"',
      ['error out-of-range «32»: \\"execute_day\\" must be between 1 and 31.'],
    ],
    [
      '"execute_strategy":"SCHEDULE","execute_frequency":"MONTHLY","execute_day":3,"execute_hour":"2","execute_minute":"5"',
      ['hint number-for-string «3»: The API reference specifies a string. Use \\"3\\" in double quotes.'],
    ],
    [
      '"execute_strategy":"SCHEDULE","execute_frequency":"WEEKLY","execute_day":"8","execute_hour":"2","execute_minute":"5"',
      [
        'error schedule-value «"8"»: \\"execute_day\\" must be between 1 and 7 when \\"execute_frequency\\" is \\"WEEKLY\\".',
      ],
    ],
    [
      '"execute_strategy":"SCHEDULE","execute_frequency":"WEEKLY","execute_day":"MON","execute_hour":"2","execute_minute":"5"',
      [
        'error wrong-form «"MON"»: \\"execute_day\\" must be between 1 and 7 when \\"execute_frequency\\" is \\"WEEKLY\\".',
      ],
    ],
    [
      '"execute_strategy":"MANUAL"',
      [
        'error unknown-value «"MANUAL"»: \\"execute_strategy\\" can’t be \\"MANUAL\\". Did you mean MANNUAL? Allowed: MANNUAL, SCHEDULE.',
      ],
    ],
    [
      '"fileSampleRate":5',
      [
        'warning unknown-property «"fileSampleRate"»: Unknown property \\"fileSampleRate\\". Did you mean \\"file_sample_rate\\"?',
      ],
    ],
    [
      '"default_owner":"a-b"',
      ['warning wrong-form «"a-b"»: \\"default_owner\\" must be made up of letters, digits, and underscores.'],
    ],
    ['"colour":"red"', ['warning unknown-property «"colour"»: Unknown property \\"colour\\".']],
    [
      '"principals":[{"principal_type":"USER","principal_source":"IAM"}]',
      ['error missing-property «{»: \\"principals[0]\\" requires \\"principal_name\\".'],
    ],
    [
      `"principals":[{"principal_type":"USER","principal_source":"IAM","principal_name":"${'a b'.repeat(20)}"}]`,
      [
        `error wrong-length «"${'a b'.repeat(20)}"»: \\"principals[0].principal_name\\" must have 1 to 49 characters. It has 60.`,
      ],
    ],
  ])('%s', (properties, sentences) => {
    expect(said(discovery(properties))).toEqual(sentences);
  });

  test('a secret isn’t repeated', () => {
    const text =
      '{"name":"job_1","type":"METADATA_MIGRATION","parameter":{"metadata_migration_parameter":{"datasource_parameter":{"password":7}}}}';
    expect(said(text).filter((line) => line.includes('password'))).toEqual([
      'error wrong-type «7»: \\"password\\" must be a string, not an integer.',
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

describe('a text that isn’t a job', () => {
  test.each([
    ['', ['error empty-document «»: The document is empty. Enter \\"lf\\" to start a job from a snippet.']],
    ['[]', ['error wrong-type «[»: A job must be a JSON object { … }, not an array [ … ].']],
    ['{"name" "job_1",…}', ['error missing-colon «"name"»: Expected a colon after the property name.']],
    ['{"name":job_1,…}', ['error unquoted-text «job_1»: Invalid JSON value. Use \\"job_1\\".']],
    ['{\'name\':"job_1",…}', [`error other-quotes «'name'»: JSON requires double quotes. Use \\"name\\".`]],
    ['{"name":"job_1",…,}', ['error surplus-comma «,»: Unexpected comma.']],
    ['{"name":"job_1" …}', ['error missing-comma «"type"»: Expected a comma.']],
    [
      '{// why\n"name":"job_1",…}',
      ['error comment «// why»: The service doesn’t accept comments. Remove it, or use \\"description\\".'],
    ],
    ['{"name":"job_1",…', ['error open-bracket «}»: Expected \\"}\\".']],
    ['{"name":"job_1",…}}', ['error invalid-json «}»: Unexpected text after the job.']],
    ['{"name":,…}', ['error missing-value «"name":»: Expected a value after \\"name\\".']],
    ['{"name",…}', ['error missing-value «"name"»: Expected a colon and a value after \\"name\\".']],
    ['{}', ['error missing-property «{»: A job requires \\"name\\", \\"type\\", and \\"parameter\\".']],
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
])('of more than 5,000 %s, it isn’t counted how many more there are', (_, element) => {
  const text = discovery('"a":1')
    .replace(/"metadata_discovery_parameter".*/s, '')
    .concat(`"smn_notify_types":[${element.repeat(12_000)}"SUCCESS"]}}`);
  const messages = diagnostics(documentOf(text), parse(text)).map((diagnostic) => diagnostic.message);
  expect(messages).toHaveLength(1001);
  expect(messages.at(-1)).toMatch(/^At least [\d,]+ other problems aren’t reported\.$/);
});
