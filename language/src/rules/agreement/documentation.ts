import type { Rule } from '../rule.ts';

/** The rules for values that depend on the connection or on other documents. */
export const agreementRules = {
  'instance-mismatch': {
    severity: 'warning',
    title: 'Instance differs from the connection',
    reason:
      '`instance_id` should be the instance that the job is submitted to. Otherwise, the service may reject the job, or run it on the wrong instance.',
    source: 'CreateJobByInstance, path parameters and instance_id (inferred)',
    example: {
      in: 'permission_migration_parameter',
      invalid: '"instance_id": "11111111-42b8-4947-b20b-adfc53981a25"',
      valid: '"instance_id": "2180518f-42b8-4947-b20b-adfc53981a25"',
    },
  },
  'repeated-job-name': {
    severity: 'warning',
    title: 'Duplicate job name',
    reason: 'Submit Job finds jobs by name, so it could confuse two jobs of the same instance. Rename one of them.',
    source: 'ListJobsByInstance, name_pattern',
    example: {
      in: 'job',
      invalid: '"name": "another_open_job"',
      valid: '"name": "nightly_discovery"',
    },
  },
} as const satisfies Record<string, Rule>;
