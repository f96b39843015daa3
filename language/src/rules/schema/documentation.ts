import { requestTables, type Rule } from '../rule.ts';

/** The rules that report what the schema says of single members. */
export const schemaRules = {
  'missing-member': {
    severity: 'error',
    title: 'A mandatory member is missing',
    reason: 'The page marks the member as mandatory.',
    source: requestTables,
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"locations": [{ "key": "file:/warehouse" }]',
      valid: '"locations": [{ "key": "file:/warehouse", "value": "obs://lake/warehouse" }]',
    },
  },
  'unknown-member': {
    severity: 'warning',
    title: 'The member is not in the API',
    reason:
      'The service ignores what it does not know, so a misspelt member silently has no effect. It is kept and sent.',
    source: requestTables,
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"fileSampleRate": 50',
      valid: '"file_sample_rate": 50',
    },
  },
  'wrong-type': {
    severity: 'error',
    title: 'The value has another type',
    reason: 'The service answers “Type mismatch” and names no member.',
    source: requestTables,
    example: { in: 'metadata_discovery_parameter', invalid: '"give_write": "true"', valid: '"give_write": true' },
  },
  'number-for-string': {
    severity: 'hint',
    title: 'A number where the table says String',
    reason:
      'The request table says String, the request example has numbers. Both are accepted; the string is the safe form.',
    source: 'CreateJobByInstance, execute_day and request example',
    example: {
      in: 'metadata_discovery_parameter',
      invalid:
        '"execute_strategy": "SCHEDULE", "execute_frequency": "DAILY", "execute_day": "*", "execute_hour": 2, "execute_minute": "15"',
      valid:
        '"execute_strategy": "SCHEDULE", "execute_frequency": "DAILY", "execute_day": "*", "execute_hour": "2", "execute_minute": "15"',
    },
  },
  'unknown-value': {
    severity: 'error',
    title: 'The value is not one of the allowed ones',
    reason:
      'Values are compared letter by letter, and the API’s spelling counts: `MANNUAL` with a double N, `ALIYUN_DLF` and not `DLF`, `DOUBLE_QUOTE` and not the character.',
    source: requestTables,
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"execute_strategy": "MANUAL"',
      valid: '"execute_strategy": "MANNUAL"',
    },
  },
  'newer-edition': {
    severity: 'hint',
    title: 'Only a newer edition of the API has it',
    reason: 'The member or value is missing from the 2024 edition. An older instance may refuse or ignore it.',
    source: 'CreateJobByInstance, editions of 2024 and 2025',
    example: {
      in: 'permission_migration_parameter',
      invalid: '"policy_type": "HDFS"',
      valid: '"policy_type": "RANGER"',
    },
  },
  'wrong-length': {
    severity: 'error',
    title: 'The text is too short or too long',
    reason: 'The page limits the length, counted in characters.',
    source: requestTables,
    example: { in: 'job', invalid: '"name": "job"', valid: '"name": "job_1"' },
  },
  'wrong-form': {
    severity: 'error',
    title: 'The text has another form',
    reason: 'The page limits the characters. Where only related pages do, it is a warning.',
    source: requestTables,
    example: { in: 'job', invalid: '"name": "nightly-discovery"', valid: '"name": "nightly_discovery"' },
  },
  'out-of-range': {
    severity: 'error',
    title: 'The number is out of range',
    reason: 'The page gives the smallest and the largest value.',
    source: requestTables,
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"file_sample_rate": 101',
      valid: '"file_sample_rate": 100',
    },
  },
  'too-many-items': {
    severity: 'error',
    title: 'The array has too many elements',
    reason: 'The path replacement table holds 20 entries at most. Split the job.',
    source: 'CreateJobByInstance, locations',
    example: {
      in: 'metadata_migration_parameter',
      invalid: `"locations": [${entries(21)}]`,
      valid: `"locations": [${entries(20)}]`,
    },
  },
  'untouched-placeholder': {
    severity: 'information',
    title: 'A sample value',
    reason:
      'Completion, snippets, and fixes insert sample values such as `obs://your-bucket/raw`. The service takes them as they are, and the job fails. Replace them before you submit the job: the confirmation of Submit Job lists those that are left.',
    source: 'The examples of the schema',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"data_location": "obs://your-bucket/raw"',
      valid: '"data_location": "obs://lake-sales/raw"',
    },
  },
} as const satisfies Record<string, Rule>;

function entries(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `{ "key": "file:/${index}", "value": "obs://lake/${index}" }`,
  ).join(',\n');
}
