import type { StoredJob } from '../../service/jobs.ts';
import type { LocalService } from '../../service/service.ts';

/** An answer: its body is the JSON it holds, else its text. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/**
 * Sends a request and reads the whole answer; redirects aren't followed.
 * @param body sent unchanged if it is a text, else as JSON
 * @throws TypeError when the connection is cut
 */
export async function request(url: string, method: string, token?: string, body?: unknown): Promise<Reply> {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { 'Content-Type': 'application/json', ...(token !== undefined && { 'X-Auth-Token': token }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: jsonOrText(text) };
}

/** The address of the jobs of a service's instance. */
export function jobsUrl({ url, projectId, instanceId }: LocalService): string {
  return `${url}/v1/${projectId}/instances/${instanceId}/lf-jobs`;
}

/**
 * Creates a job over HTTP.
 * @returns the job as the service keeps it
 * @throws Error when it is refused
 */
export async function createdJob(service: LocalService, body: unknown): Promise<StoredJob> {
  const { status } = await request(jobsUrl(service), 'POST', service.tokens.issue(), body);
  const job = status === 201 ? service.jobs.all.at(-1) : undefined;
  if (job === undefined) throw new Error(`No job was created: ${status}`);
  return job;
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
