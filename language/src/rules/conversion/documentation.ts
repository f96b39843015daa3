import type { Rule } from '../rule.ts';

const job = `{ "name": "sales_discovery", "type": "METADATA_DISCOVERY", "parameter": { "metadata_discovery_parameter": {
  "data_location": "obs://lake-sales/raw", "target_catalog": "lake", "target_database": "sales",
  "conflict_strategy": "UPSERT", "file_discovery_type": "PARQUET", "log_location": "obs://lake-logs/discovery",
  "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25" } } }`;

/** The rules of texts in another format that have a job in them. */
export const conversionRules = {
  'other-format': {
    severity: 'error',
    title: 'The job is in a text of another format',
    reason:
      'A cURL or KooCLI command, an HTTP request, code, Markdown, or YAML was pasted. The file of a job contains the body of the request alone. The fix keeps the job. A token in the rest of the text is removed with it: anyone who could read it can use it until it expires.',
    source: 'CreateJobByInstance, request body',
    example: { in: 'text', invalid: `job = ${job};`, valid: job },
  },
  'response-property': {
    severity: 'warning',
    title: 'The job is a response of the API',
    reason:
      'Responses have properties such as `id`, `status`, and `create_time` beside those of the job. The service ignores them in a request.',
    source: 'CreateJobByInstance and ShowJobByInstance, response parameter tables',
    example: {
      in: 'job',
      invalid: '"id": "03141229-84cd-4b1b-9733-dd124320c125", "status": "SUCCESS"',
      valid: '',
    },
  },
} as const satisfies Record<string, Rule>;
