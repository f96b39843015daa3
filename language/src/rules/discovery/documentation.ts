import type { Rule } from '../rule.ts';

/** The rules for metadata discovery, except for its schedule. */
export const discoveryRules = {
  'unused-text-format': {
    severity: 'warning',
    title: 'Text format property for another file type',
    reason:
      '`separator`, `quote`, `escape`, and `header` apply only to CSV and other text files. Remove the property, or change `file_discovery_type`.',
    source: 'CreateJobByInstance, separator, quote, escape, and header (inferred)',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"file_discovery_type": "PARQUET", "separator": ";"',
      valid: '"file_discovery_type": "CSV", "separator": ";"',
    },
  },
  'table-depth': {
    severity: 'warning',
    title: 'Table depth doesn’t match the data location',
    reason:
      'The depth counts from `data_location`: with `obs://a/b` and files in `obs://a/b/c/d/e=1/f=99`, depth 2 makes `d` the table, and `e` and `f` its partition keys. Use a depth of at least 1, and a data location above the partitions.',
    source: 'CreateJobByInstance, table_depth',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"data_location": "obs://lake/raw/day=1", "table_depth": 1',
      valid: '"data_location": "obs://lake/raw", "table_depth": 1',
    },
  },
  'repeated-principal': {
    severity: 'warning',
    title: 'Duplicate principal',
    reason: 'The duplicate has no effect, and another principal was probably intended. Replace or remove it.',
    source: 'CreateJobByInstance, principals',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: `"principals": [{ "principal_type": "GROUP", "principal_source": "IAM", "principal_name": "analysts" },
  { "principal_type": "GROUP", "principal_source": "IAM", "principal_name": "analysts" }]`,
      valid: '"principals": [{ "principal_type": "GROUP", "principal_source": "IAM", "principal_name": "analysts" }]',
    },
  },
  'hyphen-in-name': {
    severity: 'warning',
    title: 'Hyphen in a principal name',
    reason: 'The name is valid, but granting permissions to it may fail. Use a principal without a hyphen in its name.',
    source: 'LakeFormation, roles API and constraints; OpenAPI description of Principal',
    example: {
      in: 'metadata_discovery_parameter',
      invalid:
        '"principals": [{ "principal_type": "ROLE", "principal_source": "LOCAL", "principal_name": "data-readers" }]',
      valid:
        '"principals": [{ "principal_type": "ROLE", "principal_source": "LOCAL", "principal_name": "data_readers" }]',
    },
  },
} as const satisfies Record<string, Rule>;
