import type { Rule } from '../rule.ts';

/** The rules for names that are compared with what the instance of the connection has. */
export const instanceRules = {
  'unknown-catalog': {
    severity: 'hint',
    title: 'Catalog not in the instance',
    reason:
      'The instance of the connection doesn’t have this catalog. Create it before the job runs, or correct the name. Reported only while you are signed in and `lakeformation.instance.lookUp` is on.',
    source: 'ListCatalogs; user guide, metadata migration: the target catalog must exist',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"target_catalog": "goldd"',
      valid: '"target_catalog": "gold"',
    },
  },
  'unknown-database': {
    severity: 'hint',
    title: 'Database not in the catalog',
    reason:
      'The catalog doesn’t have this database. Create it before the job runs, or correct the name. Reported only while you are signed in and `lakeformation.instance.lookUp` is on.',
    source: 'ListDatabaseNames (inferred)',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"target_catalog": "gold", "target_database": "slaes"',
      valid: '"target_catalog": "gold", "target_database": "sales"',
    },
  },
  'unknown-principal': {
    severity: 'hint',
    title: 'Principal not in the instance',
    reason:
      'The instance of the connection doesn’t have this user, group, or role, so it may not get access. Reported only while you are signed in and `lakeformation.instance.lookUp` is on.',
    source: 'ListUsers, ListGroupsForDomain, and ListRoleNames (inferred)',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"principals": [{ "principal_type": "GROUP", "principal_source": "IAM", "principal_name": "anlysts" }]',
      valid: '"principals": [{ "principal_type": "GROUP", "principal_source": "IAM", "principal_name": "analysts" }]',
    },
  },
} as const satisfies Record<string, Rule>;
