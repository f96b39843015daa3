/** Severities in the words of the setting `lakeformation.rules`. */
export type RuleSeverity = 'error' | 'warning' | 'information' | 'hint';

/** What the documentation says of a rule. The message a user reads is made where the rule is checked. */
export interface Rule {
  /** The severity where the schema's `x-severity` does not soften it. */
  readonly severity: RuleSeverity;
  /** What is wrong, in a phrase. */
  readonly title: string;
  /** Why it matters, and what to do. */
  readonly reason: string;
  readonly source: string;
  /** The part of a job that breaks the rule, and the same put right. */
  readonly invalid: string;
  readonly valid: string;
}

const requestTables = 'CreateJobByInstance, request parameter tables';

/** Every rule by its stable code; `docs/rules.md` is made from it. */
export const rules = {
  'empty-document': {
    severity: 'error',
    title: 'The document is empty',
    reason: 'A job is one JSON object. Type `lf` and accept a snippet, or run New Job.',
    source: requestTables,
    invalid: '',
    valid: '{ "name": "nightly_discovery", … }',
  },
  'invalid-json': {
    severity: 'error',
    title: 'The text is not JSON',
    reason: 'The service reads strict JSON (RFC 8259): double quotes, no comments, no comma after the last element.',
    source: 'RFC 8259; CreateJobByInstance, status code 400',
    invalid: '{ "name": \'nightly\', }',
    valid: '{ "name": "nightly" }',
  },
  'too-deep': {
    severity: 'error',
    title: 'The document is nested too deeply',
    reason: 'A job is six levels deep; a text of more than 500 levels is not one and is not checked.',
    source: requestTables,
    invalid: '[[[[ … ]]]]',
    valid: '{ "name": "nightly_discovery", … }',
  },
  'too-large': {
    severity: 'error',
    title: 'The document is larger than 12 MB',
    reason: 'The API gateway refuses larger bodies with status 413. Split the job.',
    source: 'API gateway, error codes (413)',
    invalid: 'a text of 12 MB and one byte',
    valid: 'two jobs of half the size',
  },
  'unpaired-surrogate': {
    severity: 'error',
    title: 'Half a character',
    reason: 'A surrogate without its partner cannot be written as UTF-8, so the service would receive another text.',
    source: 'RFC 8259, section 8.1 and 8.2',
    invalid: 'a lone U+D83D',
    valid: 'the whole character, or its escape `\\ud83d\\ude00`',
  },
  'missing-member': {
    severity: 'error',
    title: 'A mandatory member is missing',
    reason:
      'The page marks the member as mandatory, or the value of another member asks for it (then it is a warning).',
    source: requestTables,
    invalid: '{ "key": "file:/warehouse" }',
    valid: '{ "key": "file:/warehouse", "value": "obs://lake/warehouse" }',
  },
  'unknown-member': {
    severity: 'warning',
    title: 'The member is not in the API',
    reason:
      'The service ignores what it does not know, so a misspelt member silently has no effect. It is kept and sent.',
    source: requestTables,
    invalid: '"targetCatalog": "lake"',
    valid: '"target_catalog": "lake"',
  },
  'wrong-type': {
    severity: 'error',
    title: 'The value has another type',
    reason: 'The service answers “Type mismatch” and names no member.',
    source: requestTables,
    invalid: '"header": "true"',
    valid: '"header": true',
  },
  'number-for-string': {
    severity: 'hint',
    title: 'A number where the table says String',
    reason:
      'The request table says String, the request example has numbers. Both are accepted; the string is the safe form.',
    source: 'CreateJobByInstance, execute_day and request example',
    invalid: '"execute_hour": 2',
    valid: '"execute_hour": "2"',
  },
  'unknown-value': {
    severity: 'error',
    title: 'The value is not one of the allowed ones',
    reason: 'Values are compared letter by letter, and the API’s spelling counts: `MANNUAL`, `ALIYUN_DLF`.',
    source: requestTables,
    invalid: '"execute_strategy": "MANUAL"',
    valid: '"execute_strategy": "MANNUAL"',
  },
  'newer-edition': {
    severity: 'hint',
    title: 'Only a newer edition of the API has it',
    reason: 'The member or value is missing from the 2024 edition. An older instance may refuse or ignore it.',
    source: 'CreateJobByInstance, editions of 2024 and 2025',
    invalid: '"smn_notify": true',
    valid: 'the same: it is a hint, not a mistake',
  },
  'wrong-length': {
    severity: 'error',
    title: 'The text is too short or too long',
    reason: 'The page limits the length, counted in characters.',
    source: requestTables,
    invalid: '"name": "job"',
    valid: '"name": "job_1"',
  },
  'wrong-form': {
    severity: 'error',
    title: 'The text has another form',
    reason: 'The page limits the characters. Where only related pages do, it is a warning.',
    source: requestTables,
    invalid: '"name": "nightly-discovery"',
    valid: '"name": "nightly_discovery"',
  },
  'out-of-range': {
    severity: 'error',
    title: 'The number is out of range',
    reason: 'The page gives the smallest and the largest value.',
    source: requestTables,
    invalid: '"file_sample_rate": 101',
    valid: '"file_sample_rate": 100',
  },
  'too-many-items': {
    severity: 'error',
    title: 'The array has too many elements',
    reason: 'The path replacement table holds 20 entries at most. Split the job.',
    source: 'CreateJobByInstance, locations',
    invalid: '"locations": [ … 21 entries … ]',
    valid: '"locations": [ … 20 entries … ]',
  },
} as const satisfies Record<string, Rule>;

export type RuleCode = keyof typeof rules;

/** Where a rule is documented. */
export function ruleUrl(code: RuleCode): string {
  return `https://github.com/lfjob/lakeformation-jobs/blob/main/docs/rules.md#${code}`;
}
