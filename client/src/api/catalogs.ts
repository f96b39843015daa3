import { childValue } from '../../../language/src/documents/value.ts';
import { get, type ReadOptions } from './get.ts';
import { unreadable } from './http.ts';
import { instanceUrl, type InstanceAddress } from './instanceAddress.ts';
import { readNames, type NameList } from './nameList.ts';

/**
 * The catalogs of an instance: `GET …/catalogs` (ListCatalogs), which returns all at once.
 * @throws ApiError
 */
export async function listCatalogs(address: InstanceAddress, options: ReadOptions): Promise<NameList> {
  const answer = await get(`${instanceUrl(address)}/catalogs`, options);
  if (!Array.isArray(answer.json)) throw unreadable(answer, options.http);
  return readNames(
    answer.json,
    (entry) => ({ name: childValue(entry, 'catalog_name'), description: childValue(entry, 'description') }),
    true,
    options.http,
  );
}

/**
 * The names of a catalog's databases: `GET …/catalogs/{catalog_name}/databases/names` (ListDatabaseNames), which returns all at
 * once.
 * @throws ApiError
 */
export async function listDatabases(
  address: InstanceAddress,
  catalog: string,
  options: ReadOptions,
): Promise<NameList> {
  const url = `${instanceUrl(address)}/catalogs/${encodeURIComponent(catalog)}/databases/names`;
  const answer = await get(url, options);
  if (!Array.isArray(answer.json)) throw unreadable(answer, options.http);
  return readNames(answer.json, (name) => ({ name }), true, options.http);
}
