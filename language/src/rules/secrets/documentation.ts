import type { Rule } from '../rule.ts';

/** The rules for secrets and references. */
export const secretRules = {
  'plaintext-secret': {
    severity: 'warning',
    title: 'Plain-text secret',
    reason:
      'Everyone who can read the file can read the secret, and Git keeps it in the history. Use `${secret:NAME}` for a secret in VS Code’s secret storage, or `${env:NAME}` for an environment variable.',
    source: 'LakeFormation Jobs; the service never returns these properties',
    example: {
      in: 'datasource_parameter',
      invalid: `"password": ${JSON.stringify('not' + ' a ' + 'secret')}`,
      valid: '"password": "${secret:HIVE_PASSWORD}"',
    },
  },
  'malformed-reference': {
    severity: 'error',
    title: 'Invalid reference',
    reason:
      'A reference is `${secret:NAME}` or `${env:NAME}`. Names have letters, digits, and underscores; those of secrets can also have periods and hyphens. For a literal `${`, write `$${`.',
    source: 'LakeFormation Jobs',
    example: {
      in: 'datasource_parameter',
      invalid: '"password": "${secrets:HIVE_PASSWORD}"',
      valid: '"password": "${secret:HIVE_PASSWORD}"',
    },
  },
  'misplaced-reference': {
    severity: 'error',
    title: 'Reference in the name or type of a job',
    reason:
      'Submit Job shows, logs, and sends `name` and `type` before you confirm, so they can’t contain secrets. Enter the value itself.',
    source: 'LakeFormation Jobs',
    example: {
      in: 'job',
      invalid: '"name": "nightly_${env:STAGE}"',
      valid: '"name": "nightly_test"',
    },
  },
} as const satisfies Record<string, Rule>;
