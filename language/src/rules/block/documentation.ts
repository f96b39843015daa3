import type { Rule } from '../rule.ts';

/** The rules for `type` and the blocks of `parameter`. */
export const blockRules = {
  'missing-block': {
    severity: 'warning',
    title: 'Missing block for the job type',
    reason:
      '`type` selects the block of `parameter` that is used, so without it the job has nothing to do. The API reference marks all three blocks as optional, so the severity is warning.',
    source: 'CreateJobByInstance, JobParameter (inferred)',
    example: {
      in: 'job',
      invalid: '"type": "METADATA_DISCOVERY", "parameter": {}',
      valid: `"type": "PERMISSION_MIGRATION", "parameter": { "permission_migration_parameter": {
  "location": "obs://lake-permissions/ranger/", "log_location": "obs://lake-logs/permissions",
  "policy_type": "RANGER", "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25" } }`,
    },
  },
  'unused-block': {
    severity: 'warning',
    title: 'Block of another job type',
    reason: 'Only the block that `type` selects is used. Remove the others, which are sent but ignored.',
    source: 'CreateJobByInstance, JobParameter (the request example has all three blocks)',
    example: { in: 'parameter', invalid: '"metadata_discovery_parameter": {}', valid: '' },
  },
  'block-of-other-type': {
    severity: 'warning',
    title: 'Block with properties of another job type',
    reason: 'The name of the block doesn’t match its properties, so most of them are ignored. Rename the block.',
    source: 'CreateJobByInstance, the three parameter tables',
    example: {
      in: 'parameter',
      invalid: `"permission_migration_parameter": {
  "data_location": "obs://lake-sales/raw", "target_catalog": "lake", "target_database": "sales",
  "conflict_strategy": "UPSERT", "file_discovery_type": "PARQUET", "log_location": "obs://lake-logs/discovery",
  "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25" }`,
      valid: `"permission_migration_parameter": {
  "location": "obs://lake-permissions/ranger/", "log_location": "obs://lake-logs/permissions",
  "policy_type": "RANGER", "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25" }`,
    },
  },
} as const satisfies Record<string, Rule>;
