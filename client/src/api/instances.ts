import { isObject } from '../../../language/src/documents/value.ts';
import type { Credential } from './credential.ts';
import { excerpt } from './excerpt.ts';
import { get, type ReadOptions } from './get.ts';
import { unreadable, type HttpOptions } from './http.ts';
import { readNames, type NameList } from './nameList.ts';
import { readPages, readTotal, type ListExtent } from './paging.ts';
import { isResourceId } from './resourceId.ts';
import type { RetryOptions } from './retry.ts';
import { text } from './types.ts';

/** A LakeFormation instance that runs. */
export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly isDefault: boolean;
}

/** The project with the listed instances. */
export interface Project {
  /** Scheme, host and port of LakeFormation. */
  readonly endpoint: string;
  readonly projectId: string;
  readonly credential: Credential;
}

/**
 * The instances of a project that run: `GET /v1/{project_id}/instances`. Those in any other state take no jobs, and
 * those without an ID that can be used can't be named; both are left out.
 * @throws ApiError
 */
export async function runningInstances(
  { credential, ...project }: Project,
  http: HttpOptions,
  retry: RetryOptions,
): Promise<readonly Instance[]> {
  const { items } = await readInstances(project, { credential, http, retry }, (value) => readInstance(value, http));
  return items.filter((instance) => instance !== undefined);
}

/**
 * The IDs of a project's instances, also of those that don't run, with their names and statuses as descriptions:
 * `GET /v1/{project_id}/instances`.
 * @throws ApiError
 */
export async function listProjectInstances(
  project: Omit<Project, 'credential'>,
  options: ReadOptions,
): Promise<NameList> {
  const { items, isComplete } = await readInstances(project, options, (value) => value);
  const read = (value: unknown): { name: unknown; description: unknown } => {
    const { instance_id: id, name, status } = isObject(value) ? value : {};
    const isUsable = typeof id === 'string' && id.length <= longestId && isResourceId(id);
    return {
      name: isUsable ? id : undefined,
      description: [text(name), text(status)].filter((part) => part !== undefined).join(' · '),
    };
  };
  return readNames(items, read, isComplete, options.http);
}

async function readInstances<T>(
  { endpoint, projectId }: Omit<Project, 'credential'>,
  options: ReadOptions,
  read: (value: unknown) => T,
): Promise<ListExtent & { readonly items: readonly T[] }> {
  return readPages(async (page) => {
    const query = new URLSearchParams({
      in_recycle_bin: 'false',
      ...page,
      enterprise_project_id: 'all_granted_eps',
    });
    const url = `${endpoint}/v1/${encodeURIComponent(projectId)}/instances?${query.toString()}`;
    const answer = await get(url, options);
    const { json } = answer;
    if (!isObject(json) || !Array.isArray(json.instances)) throw unreadable(answer, options.http);
    const items = json.instances.slice(0, mostOfPage).map((value: unknown) => read(value));
    return { items, size: json.instances.length, total: readTotal(json.total) };
  });
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
