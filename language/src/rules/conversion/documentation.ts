import type { Rule } from '../rule.ts';

const job = `{ "name": "sales_discovery", "type": "METADATA_DISCOVERY", "parameter": { "metadata_discovery_parameter": {
  "data_location": "obs://lake-sales/raw", "target_catalog": "lake", "target_database": "sales",
  "conflict_strategy": "UPSERT", "file_discovery_type": "PARQUET", "log_location": "obs://lake-logs/discovery",
  "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25" } } }`;

/** The rules for documents in another format that contain a job. */
export const conversionRules = {
  'other-format': {
    severity: 'error',
    title: 'Job in another format',
    reason:
      'A job file contains only the request body, not a cURL or KooCLI command, an HTTP request, code, Markdown, or YAML. The fix keeps only the job, and removes a token that others could use until it expires.',
    source: 'CreateJobByInstance, request body',
    example: { in: 'text', invalid: `job = ${job};`, valid: job },
  },
  'response-property': {
    severity: 'warning',
    title: 'API response instead of a request',
    reason:
      'Properties that only a response has, such as `id`, `status`, and `create_time`, are ignored in a request. Keep only the properties of the job.',
    source: 'CreateJobByInstance and ShowJobByInstance, response parameter tables',
    example: {
      in: 'job',
      invalid: '"id": "03141229-84cd-4b1b-9733-dd124320c125", "status": "SUCCESS"',
      valid: '',
    },
  },
} as const satisfies Record<string, Rule>;
