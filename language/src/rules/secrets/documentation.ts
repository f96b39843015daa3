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
} as const satisfies Record<string, Rule>;
