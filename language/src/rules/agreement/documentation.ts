import type { Rule } from '../rule.ts';

/** The rules of what has to agree with something outside the document. */
export const agreementRules = {
  'instance-mismatch': {
    severity: 'warning',
    title: 'Another instance than the connection’s',
    reason:
      'instance_id repeats the instance of the address that the job is posted to. With another one the service may refuse the job, or it runs where it was not meant to.',
    source: 'CreateJobByInstance, path parameters and instance_id; that they must agree is a conclusion',
    example: {
      in: 'permission_migration_parameter',
      invalid: '"instance_id": "11111111-42b8-4947-b20b-adfc53981a25"',
      valid: '"instance_id": "2180518f-42b8-4947-b20b-adfc53981a25"',
    },
  },
  'repeated-job-name': {
    severity: 'warning',
    title: 'Two open jobs with one name for one instance',
    reason: 'Jobs are found by their name, also by Submit Job when no answer came, so that the two would be mixed up.',
    source: 'ListJobsByInstance, name_pattern',
    example: {
      in: 'job',
      invalid: '"name": "another_open_job"',
      valid: '"name": "nightly_discovery"',
    },
  },
} as const satisfies Record<string, Rule>;
