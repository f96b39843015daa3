import { requestTables, type Rule } from '../rule.ts';

/** The rules of where properties are, and of what the job is in. */
export const placementRules = {
  'misplaced-property': {
    severity: 'warning',
    title: 'The property belongs in another object',
    reason:
      'The service ignores a property in an object that doesn’t have it. It is an error where the job lacks a required property because of that.',
    source: requestTables,
    example: {
      in: 'parameter',
      invalid: '"description": "Nightly discovery of the sales files"',
      valid: '',
    },
  },
  'wrapped-job': {
    severity: 'error',
    title: 'The job is inside an array or another object',
    reason: 'The body of the request is the job itself, so the service finds none of its properties.',
    source: 'CreateJobByInstance, request body',
    example: {
      in: 'text',
      invalid:
        '{ "body": { "name": "sales_discovery", "type": "METADATA_DISCOVERY", "parameter": { "metadata_discovery_parameter": {\n  "data_location": "obs://lake-sales/raw", "target_catalog": "lake", "target_database": "sales",\n  "conflict_strategy": "UPSERT", "file_discovery_type": "PARQUET", "log_location": "obs://lake-logs/discovery",\n  "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25" } } } }',
      valid:
        '{ "name": "sales_discovery", "type": "METADATA_DISCOVERY", "parameter": { "metadata_discovery_parameter": {\n  "data_location": "obs://lake-sales/raw", "target_catalog": "lake", "target_database": "sales",\n  "conflict_strategy": "UPSERT", "file_discovery_type": "PARQUET", "log_location": "obs://lake-logs/discovery",\n  "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25" } } }',
    },
  },
} as const satisfies Record<string, Rule>;
