import { requestTables, type Rule } from '../rule.ts';

/** The rules for properties in the wrong object, and for a job inside another value. */
export const placementRules = {
  'misplaced-property': {
    severity: 'warning',
    title: 'Property in the wrong object',
    reason:
      'The service ignores a property in the wrong object. If a required property is missing because of it, the severity is error.',
    source: requestTables,
    example: {
      in: 'parameter',
      invalid: '"description": "Nightly discovery of the sales files"',
      valid: '',
    },
  },
  'wrapped-job': {
    severity: 'error',
    title: 'Job inside an array or another object',
    reason: 'The job itself must be the request body. Otherwise, the service doesn’t find its properties.',
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
