import type { Rule } from '../rule.ts';

/** The rules of permission migration, which the schema states and `applies.ts` and `schema/` report. */
export const permissionRules = {
  'missing-catalog-id': {
    severity: 'warning',
    title: 'catalog_id is missing',
    reason: 'Permissions of DLF belong to a catalog of the source, whose name has to be given.',
    source: 'CreateJobByInstance, catalog_id: “needs to be transferred for DLF”',
    example: {
      in: 'permission_migration_parameter',
      invalid: '"policy_type": "DLF"',
      valid: '"policy_type": "DLF", "catalog_id": "dlf_catalog"',
    },
  },
  'unused-catalog-id': {
    severity: 'warning',
    title: 'catalog_id without DLF',
    reason: 'The catalog is asked for with `policy_type` DLF only.',
    source: 'CreateJobByInstance, catalog_id',
    example: {
      in: 'permission_migration_parameter',
      invalid: '"policy_type": "RANGER", "catalog_id": "dlf_catalog"',
      valid: '"policy_type": "RANGER"',
    },
  },
  'unused-conversion': {
    severity: 'warning',
    title: 'A principal conversion with DLF',
    reason: 'For DLF the conversion is fixed: RAM users become IAM users, RAM roles IAM groups, DLF roles roles.',
    source: 'User guide, permission migration',
    example: {
      in: 'permission_migration_parameter',
      invalid:
        '"policy_type": "DLF", "catalog_id": "dlf_catalog", "ranger_permission_migration_principal_relas": { "user_to": "ROLE" }',
      valid: '"policy_type": "RANGER", "ranger_permission_migration_principal_relas": { "user_to": "ROLE" }',
    },
  },
  'affix-without-target': {
    severity: 'warning',
    title: 'A prefix or suffix without its conversion',
    reason: 'It is put to the name of what a user, group or role is converted to, which has to be said.',
    source: 'CreateJobByInstance, user_prefix: “after user conversion”; the need is a conclusion',
    example: {
      in: 'permission_migration_parameter',
      invalid: '"ranger_permission_migration_principal_relas": { "user_prefix": "ranger_" }',
      valid: '"ranger_permission_migration_principal_relas": { "user_to": "ROLE", "user_prefix": "ranger_" }',
    },
  },
} as const satisfies Record<string, Rule>;
