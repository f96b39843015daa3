import type { Rule } from '../rule.ts';

/** The rules for permission migration. The schema defines them; `applies.ts` and `schema/` report them. */
export const permissionRules = {
  'missing-catalog-id': {
    severity: 'warning',
    title: 'Missing catalog_id',
    reason:
      'When `policy_type` is `DLF`, the permissions belong to a catalog of the source. Enter its name in `catalog_id`.',
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
    reason: '`catalog_id` is used only when `policy_type` is `DLF`. Remove it, or change `policy_type`.',
    source: 'CreateJobByInstance, catalog_id',
    example: {
      in: 'permission_migration_parameter',
      invalid: '"policy_type": "RANGER", "catalog_id": "dlf_catalog"',
      valid: '"policy_type": "RANGER"',
    },
  },
  'unused-conversion': {
    severity: 'warning',
    title: 'Principal conversion with DLF',
    reason:
      'For DLF, the conversion is fixed: RAM users become IAM users, RAM roles become IAM groups, and DLF roles become LakeFormation roles. Remove the property.',
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
    title: 'Prefix or suffix without a conversion',
    reason:
      'The prefix or suffix is added to the name after conversion. Specify what the user, group, or role is converted to, for example in `user_to`.',
    source: 'CreateJobByInstance, user_prefix: “after user conversion” (inferred)',
    example: {
      in: 'permission_migration_parameter',
      invalid: '"ranger_permission_migration_principal_relas": { "user_prefix": "ranger_" }',
      valid: '"ranger_permission_migration_principal_relas": { "user_to": "ROLE", "user_prefix": "ranger_" }',
    },
  },
} as const satisfies Record<string, Rule>;
