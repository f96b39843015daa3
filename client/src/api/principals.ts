import { childValue, isObject } from '../../../language/src/documents/value.ts';
import { get, type ReadOptions } from './get.ts';
import { unreadable } from './http.ts';
import { instanceUrl, type InstanceAddress } from './instanceAddress.ts';
import { nextMarkerIn, readMarkedPages } from './markers.ts';
import { readNames, type NameList } from './nameList.ts';

/** The most entries that a page may have. */
const pageSize = '2000';

/**
 * The users of an instance from a source, such as IAM: `GET …/users` (ListUsers).
 * @throws ApiError
 */
export async function listUsers(address: InstanceAddress, source: string, options: ReadOptions): Promise<NameList> {
  return listPrincipals(`${instanceUrl(address)}/users`, { user_source: source }, 'users', 'user_name', options);
}

/**
 * The groups of an instance from a source, such as IAM: `GET …/groups` (ListGroupsForDomain).
 * @throws ApiError
 */
export async function listGroups(address: InstanceAddress, source: string, options: ReadOptions): Promise<NameList> {
  return listPrincipals(
    `${instanceUrl(address)}/groups`,
    { group_source: source },
    'user_group',
    'group_name',
    options,
  );
}

/**
 * The names of an instance's roles: `GET …/roles/names` (ListRoleNames), which returns all at once.
 * @throws ApiError
 */
export async function listRoles(address: InstanceAddress, options: ReadOptions): Promise<NameList> {
  const answer = await get(`${instanceUrl(address)}/roles/names`, options);
  if (!Array.isArray(answer.json)) throw unreadable(answer, options.http);
  return readNames(answer.json, (name) => ({ name }), true, options.http);
}

async function listPrincipals(
  url: string,
  source: Readonly<Record<string, string>>,
  list: string,
  nameKey: string,
  options: ReadOptions,
): Promise<NameList> {
  const { entries, isWhole } = await readMarkedPages(async (marker) => {
    const query = new URLSearchParams({ ...source, limit: pageSize, ...(marker !== undefined && { marker }) });
    const answer = await get(`${url}?${query.toString()}`, options);
    const found = childValue(answer.json, list);
    if (!isObject(answer.json) || !Array.isArray(found)) throw unreadable(answer, options.http);
    return { entries: found, next: nextMarkerIn(answer.json.page_info) };
  });
  return readNames(entries, (entry) => ({ name: childValue(entry, nameKey) }), isWhole, options.http);
}
