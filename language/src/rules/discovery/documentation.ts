import type { Rule } from '../rule.ts';

/** The rules of metadata discovery, but for its schedule. */
export const discoveryRules = {
  'unused-text-format': {
    severity: 'warning',
    title: 'A member for text files with another kind of files',
    reason: 'separator, quote, escape and header describe CSV and other text files. Other kinds have no such thing.',
    source: 'CreateJobByInstance, separator, quote, escape and header; a conclusion from their descriptions',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"file_discovery_type": "PARQUET", "separator": ";"',
      valid: '"file_discovery_type": "CSV", "separator": ";"',
    },
  },
  'table-depth': {
    severity: 'warning',
    title: 'A table depth that does not fit the data location',
    reason:
      'The depth is counted from data_location: with obs://a/b and files in obs://a/b/c/d/e=1/f=99, depth 2 makes d the table and e and f its partition keys. So it is 1 at least, and data_location lies above the partitions.',
    source: 'CreateJobByInstance, table_depth',
    example: {
      in: 'metadata_discovery_parameter',
      invalid: '"data_location": "obs://lake/raw/day=1", "table_depth": 1',
      valid: '"data_location": "obs://lake/raw", "table_depth": 1',
    },
  },
  'repeated-principal': {
    severity: 'warning',
    title: 'A principal stands in the list twice',
    reason: 'The second one is granted nothing more; probably another one was meant.',
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
    title: 'A hyphen in a principal’s name',
    reason: 'The name is legal, but granting to a name with a hyphen may fail.',
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
