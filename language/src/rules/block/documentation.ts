import type { Rule } from '../rule.ts';

/** The rules of `type` and the blocks of `parameter`. */
export const blockRules = {
  'missing-block': {
    severity: 'warning',
    title: 'The block of the job’s type is missing',
    reason:
      '`type` decides which block of `parameter` counts, so a job without that block says nothing. The page marks all three as optional, hence a warning.',
    source: 'CreateJobByInstance, JobParameter; the need is a conclusion',
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
    title: 'A block of another type',
    reason: 'Only the block that `type` selects counts. The others are sent, and nothing is done with them.',
    source: 'CreateJobByInstance, JobParameter; the vendor’s own example sends all three',
    example: { in: 'parameter', invalid: '"metadata_discovery_parameter": {}', valid: '' },
  },
  'block-of-other-type': {
    severity: 'warning',
    title: 'The members of a block belong to another one',
    reason: 'The name of the block and what stands in it are of two job types, so most of its members are ignored.',
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
