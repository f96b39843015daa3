import { isObject } from '../../../language/src/documents/value.ts';
import type { Credential } from './credential.ts';
import { excerpt } from './excerpt.ts';
import { get } from './get.ts';
import { unreadable, type HttpOptions } from './http.ts';
import { isResourceId } from './resourceId.ts';
import type { RetryOptions } from './retry.ts';
import { text } from './types.ts';

/** A project of an account. A region's own has the region's name, such as `cn-north-4`; others have `cn-north-4_sales`. */
export interface Project {
  readonly id: string;
  readonly name: string;
}

/**
 * Returns the enabled projects of an account: `GET /v3/projects` (IAM API reference, Querying Project Information). Those
 * without an ID that can be used are left out.
 * @param endpoint scheme, host and port of IAM
 * @throws ApiError
 */
export async function listProjects(
  endpoint: string,
  credential: Credential,
  options: HttpOptions,
  retry: RetryOptions,
): Promise<readonly Project[]> {
  const answer = await get(`${endpoint}/v3/projects`, { credential, http: options, retry });
  const { json } = answer;
  if (!isObject(json) || !Array.isArray(json.projects)) throw unreadable(answer, options);
  return json.projects
    .slice(0, mostProjects)
    .filter((value) => isObject(value) && value.enabled !== false)
    .map((value) => readProject(value, options))
    .filter((project) => project !== undefined);
}

/** As many are read: to mask the secrets in more would stop other tasks. */
const mostProjects = 1000;

/** As much of a name is shown, in characters. */
const longestName = 200;

/** Longer than any ID of the service, which have 32 characters. */
const longestId = 100;

/** Reads a project, with the secrets that were sent masked in its name. An ID with one in it can't be used. */
export function readProject(value: unknown, { redact }: Pick<HttpOptions, 'redact'>): Project | undefined {
  if (!isObject(value)) return undefined;
  const id = text(value.id);
  if (id === undefined || id.length > longestId || !isResourceId(id) || redact(id) !== id) return undefined;
  const name = text(value.name);
  return { id, name: name === undefined ? id : excerpt(name, longestName, redact) };
}
