import { isObject } from '../../../language/src/documents/value.ts';
import type { Credential } from './credential.ts';
import { excerpt } from './excerpt.ts';
import { send, unreadable, type HttpOptions } from './http.ts';
import { readPages, readTotal } from './paging.ts';
import { isResourceId } from './resourceId.ts';
import { retryWhileThrottled, type RetryOptions } from './retry.ts';
import { text } from './types.ts';

/** A LakeFormation instance that runs. */
export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly isDefault: boolean;
}

/** Whose instances are listed. */
export interface Project {
  /** Scheme, host and port of LakeFormation. */
  readonly endpoint: string;
  readonly projectId: string;
  readonly credential: Credential;
}

/**
 * The instances of a project that run: `GET /v1/{project_id}/instances`. Those in any other state take no jobs, and
 * those without an ID that can be used cannot be named; both are left out.
 * @throws ApiError
 */
export async function runningInstances(
  { endpoint, projectId, credential }: Project,
  options: HttpOptions,
  retry: RetryOptions,
): Promise<readonly Instance[]> {
  const { items } = await readPages(async (page) => {
    const query = new URLSearchParams({
      in_recycle_bin: 'false',
      ...page,
      enterprise_project_id: 'all_granted_eps',
    });
    const url = `${endpoint}/v1/${encodeURIComponent(projectId)}/instances?${query.toString()}`;
    const { signal } = retry;
    const answer = await retryWhileThrottled(
      async () => send({ method: 'GET', url, credential, signal }, options),
      retry,
    );
    const { json } = answer;
    if (!isObject(json) || !Array.isArray(json.instances)) throw unreadable(answer, options);
    const items = json.instances.slice(0, mostOfPage).map((value) => readInstance(value, options));
    return { items, size: json.instances.length, total: readTotal(json.total) };
  });
  return items.filter((instance) => instance !== undefined);
}

/** As many as are asked for: to mask the secrets in more would stop other tasks. */
const mostOfPage = 1000;

/** As much is shown in a list, in characters. */
const longestName = 200;
const longestDescription = 500;

/** Reads an instance, with the secrets that were sent masked in its texts. An ID with one in it can't be used. */
function readInstance(value: unknown, { redact }: Pick<HttpOptions, 'redact'>): Instance | undefined {
  if (!isObject(value) || value.status !== 'RUNNING' || value.in_recycle_bin === true) return undefined;
  const id = text(value.instance_id);
  if (id === undefined || id.length > longestId || !isResourceId(id) || redact(id) !== id) return undefined;
  const [name, description] = [text(value.name), text(value.description)];
  return {
    id,
    name: name === undefined ? id : excerpt(name, longestName, redact),
    description: description && excerpt(description, longestDescription, redact),
    isDefault: value.default_instance === true,
  };
}

/** Longer than any ID of the service, which have 36 characters. */
const longestId = 100;
