import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { loadYaml } from '../../../../language/src/conversion/yaml.ts';
import { parse } from '../../../../language/src/documents/parse.ts';
import { codeActions } from '../../../../language/src/features/codeActions.ts';
import { check } from '../../../../language/src/rules/check.ts';
import { noEnvironment } from '../../../../language/src/rules/environment.ts';
import { runSteps } from '../../../../language/src/rules/steps.ts';
import { documentOf } from '../../../support/cursor.ts';
import { readMarkedDocument } from '../../../support/markedDocument.ts';

const environment = { ...noEnvironment, parseYaml: await loadYaml() };

const folder = new URL('../../../fixtures/wrong/', import.meta.url);

/** What only the author of a job knows: another name, another path, where a secret is kept, what was meant at all. */
const unknowable: readonly string[] = [
  ...['empty-document', 'invalid-json', 'missing-value', 'comment'],
  ...['wrong-length', 'too-many-items', 'hyphen-in-name', 'plaintext-secret', 'misplaced-reference'],
  ...['location-target', 'subnet-ip', 'objects-without-parents'],
  // The values of the author's own, for which fixes insert samples.
  'untouched-placeholder',
  // Worth knowing, and not wrong.
  ...['newer-edition', 'short-months'],
];

/** Documents in which the fixes of a rule can't know what is right either. */
const unclear: Readonly<Record<string, readonly string[]>> = {
  'wrong-type': [
    'block_null',
    'block_text',
    'instance_number',
    'job_name_null',
    'job_parameter_array',
    'job_parameter_text',
    'job_type_number',
    'json_array',
    'json_number',
    'json_word',
    'locations_text',
    'minute_boolean',
    'reference_for_boolean',
    'sample_fraction',
    'source_password_number',
  ],
  'schedule-value': ['month_hour_star'],
  'wrong-form': [
    'hour_24',
    'hour_time',
    'instance_short',
    'job_name_chinese',
    'job_name_chinese_hyphen',
    'location_bucket_only',
    'log_bucket_only',
    'minute_60',
    'minute_star',
    'month_day_0',
    'month_day_32',
    'source_username_underscore',
    'week_day_name',
  ],
  'jdbc-url': ['jdbc_empty_database', 'jdbc_no_database', 'jdbc_no_host', 'jdbc_oracle'],
  'malformed-reference': ['reference_no_name', 'reference_other_kind'],
};

describe('with every fix accepted one by one, a wrong document becomes clean', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const { text } = readMarkedDocument(readFileSync(new URL(name, folder), 'utf8'));
    const left = check(parse(mended(text)), environment).map(({ code }): string => code);
    const expected = Object.entries(unclear).flatMap(([code, names]) =>
      names.some((unclearName) => name === `${unclearName}.lfjob.txt`) ? [code] : [],
    );
    expect(left.filter((code) => !unknowable.includes(code))).toEqual(expected);
  });
});

/** The text after the first fix on offer, and the first of what is then on offer, until there is none. */
function mended(text: string): string {
  let current = text;
  for (let next = firstFix(current); next !== undefined; next = firstFix(current)) current = applied(current, next);
  return current;
}

function firstFix(text: string): CodeAction | undefined {
  const document = documentOf(text);
  const whole = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  const options = { only: ['quickfix'], snippetEdits: false };
  const actions = runSteps(codeActions(document, parse(text), whole, environment, options));
  return actions.find(({ isPreferred }) => isPreferred) ?? actions[0];
}

function applied(text: string, { edit }: CodeAction): string {
  const document = documentOf(text);
  return TextDocument.applyEdits(document, edit?.changes?.[document.uri] ?? []);
}
