import { requestTables, type Rule } from '../rule.ts';

/** The rules for single properties, which the schema defines. */
export const schemaRules = {
  'missing-property': {
    severity: 'error',
    title: 'Missing required property',
    reason: 'The API reference marks the property as required. Add it.',
    source: requestTables,
    example: {
      in: 'metadata_migration_parameter',
      invalid: '"locations": [{ "key": "file:/warehouse" }]',
      valid: '"locations": [{ "key": "file:/warehouse", "value": "obs://lake/warehouse" }]',
    },
  },
  'unknown-property': {
    severity: 'warning',
    title: 'Unknown property',
    reason:
      'The service ignores a property that isn’t in the API reference, so a misspelled one has no effect. Unknown properties are kept and sent.',
    source: requestTables,
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"fileSampleRate": 50',
      valid: '"file_sample_rate": 50',
    },
  },
  'wrong-type': {
    severity: 'error',
    title: 'Wrong type',
    reason:
      'The service reports only “Type mismatch” and doesn’t name the property. Use the type in the API reference.',
    source: requestTables,
    example: { in: 'metadata_discovery_parameter', invalid: '"give_write": "true"', valid: '"give_write": true' },
  },
  'number-for-string': {
    severity: 'hint',
    title: 'Number instead of a string',
    reason:
      'The API reference specifies a string, but its request example has numbers. Both are accepted; a string is safer.',
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
    title: 'Unknown value',
    reason:
      'Values must match the API reference exactly: `MANNUAL` with a double N, `ALIYUN_DLF` instead of `DLF`, and `DOUBLE_QUOTE` instead of the character.',
    source: requestTables,
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"execute_strategy": "MANUAL"',
      valid: '"execute_strategy": "MANNUAL"',
    },
  },
  'newer-edition': {
    severity: 'hint',
    title: 'Property or value of a later API edition',
    reason:
      'The 2024 edition of the API reference doesn’t have the property or value. An older instance may reject or ignore it.',
    source: 'CreateJobByInstance, editions of 2024 and 2025',
    example: {
      in: 'permission_migration_parameter',
      invalid: '"policy_type": "HDFS"',
      valid: '"policy_type": "RANGER"',
    },
  },
  'wrong-length': {
    severity: 'error',
    title: 'String too short or too long',
    reason: 'The API reference limits the number of characters.',
    source: requestTables,
    example: { in: 'job', invalid: '"name": "job"', valid: '"name": "job_1"' },
  },
  'wrong-form': {
    severity: 'error',
    title: 'Invalid format',
    reason:
      'The API reference restricts the characters or the format of the string. Where only related documentation does, the severity is warning.',
    source: requestTables,
    example: { in: 'job', invalid: '"name": "nightly-discovery"', valid: '"name": "nightly_discovery"' },
  },
  'out-of-range': {
    severity: 'error',
    title: 'Number out of range',
    reason: 'The API reference specifies a minimum and a maximum.',
    source: requestTables,
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"file_sample_rate": 101',
      valid: '"file_sample_rate": 100',
    },
  },
  'too-many-items': {
    severity: 'error',
    title: 'Too many elements',
    reason: 'The API reference allows up to 20 locations. Split the job.',
    source: 'CreateJobByInstance, locations',
    example: {
      in: 'metadata_migration_parameter',
      invalid: `"locations": [${entries(21)}]`,
      valid: `"locations": [${entries(20)}]`,
    },
  },
  'untouched-placeholder': {
    severity: 'information',
    title: 'Sample value',
    reason:
      'Completion, snippets, and fixes insert sample values such as `obs://your-bucket/raw`, and a job with them fails. Replace them before you submit the job; Submit Job lists those that are left.',
    source: 'Examples in the schema',
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
