import type { Rule } from '../rule.ts';

/** The rules of secrets and of references to them. */
export const secretRules = {
  'plaintext-secret': {
    severity: 'warning',
    title: 'A secret in plain text',
    reason:
      'A file is read by everyone who has it, and a version control system never forgets it. Write ${secret:NAME} for a value in VS Code’s secret storage, ${env:NAME} for one in an environment variable.',
    source: 'LakeFormation Jobs; the service never returns these members',
    example: {
      in: 'datasource_parameter',
      invalid: `"password": ${JSON.stringify('not' + ' a ' + 'secret')}`,
      valid: '"password": "${secret:HIVE_PASSWORD}"',
    },
  },
  'malformed-reference': {
    severity: 'error',
    title: 'A reference that is none',
    reason:
      'A reference is ${secret:NAME} or ${env:NAME}; names have letters, digits and underscores, those of secrets periods and hyphens too. Where the text itself has ${, write $${.',
    source: 'LakeFormation Jobs',
    example: {
      in: 'datasource_parameter',
      invalid: '"password": "${secrets:HIVE_PASSWORD}"',
      valid: '"password": "${secret:HIVE_PASSWORD}"',
    },
  },
  'misplaced-reference': {
    severity: 'error',
    title: 'A reference in the name or type of the job',
    reason:
      'The name and the type of a job are shown, logged, and sent in the search for existing jobs before you confirm anything, so a value in them could not be kept secret. Submit Job refuses such a job.',
    source: 'LakeFormation Jobs',
    example: {
      in: 'job',
      invalid: '"name": "nightly_${env:STAGE}"',
      valid: '"name": "nightly_test"',
    },
  },
} as const satisfies Record<string, Rule>;
