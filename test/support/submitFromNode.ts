import { JobsApi } from '../../client/src/api/jobs.ts';
import { ApiError } from '../../client/src/api/errors.ts';

/**
 * Creates the job of its last argument, in a process with a proxy and certificates in its environment; prints the
 * result.
 */
const [endpoint = '', projectId = '', instanceId = '', token = '', body = ''] = process.argv.slice(2);
const api = new JobsApi({
  endpoint,
  projectId,
  instanceId,
  credential: { kind: 'token', token },
  fetch,
  timeout: 20_000,
  onExchange: () => undefined,
  now: Date.now,
  redact: (text) => text,
});
try {
  const { job } = await api.create(body, new AbortController().signal);
  console.log(JSON.stringify({ created: job.id }));
} catch (error) {
  console.log(JSON.stringify({ failure: error instanceof ApiError ? error.failure : String(error) }));
}
