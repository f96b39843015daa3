import type { InstanceQuery } from '../../../language/src/rules/instance/query.ts';
import { listBuckets, listFolders } from '../api/buckets.ts';
import { listCatalogs, listDatabases } from '../api/catalogs.ts';
import type { ReadOptions } from '../api/get.ts';
import { listProjectInstances } from '../api/instances.ts';
import type { InstanceAddress } from '../api/instanceAddress.ts';
import type { NameList } from '../api/nameList.ts';
import { listGroups, listRoles, listUsers } from '../api/principals.ts';

/** A query comes from a document, so it may be about anything: then nothing is known. */
const nothing: NameList = { names: [], isComplete: false };

/**
 * Makes the requests that a query needs.
 * @throws ApiError
 */
export async function readValues(
  query: InstanceQuery,
  address: InstanceAddress,
  options: ReadOptions,
): Promise<NameList> {
  switch (query.kind) {
    case 'catalogs':
      return listCatalogs(address, options);
    case 'databases':
      return isName(query.catalog) ? listDatabases(address, query.catalog, options) : nothing;
    case 'users':
      return isSource(query.source) ? listUsers(address, query.source, options) : nothing;
    case 'groups':
      return isSource(query.source) ? listGroups(address, query.source, options) : nothing;
    case 'roles':
      return listRoles(address, options);
    case 'instances':
      return listProjectInstances(address, options);
    case 'buckets':
      return listBuckets(address, options);
    case 'folders':
      return isBucket(query.bucket) && isPrefix(query.prefix)
        ? listFolders(address, query.bucket, query.prefix, options)
        : nothing;
  }
}

/** Whether a text can be the name of a catalog, which becomes a segment of a URL's path: no dots alone. */
export function isName(text: string): boolean {
  return /^(?!\.+$)[\p{L}\p{N}_.-]{1,256}$/u.test(text);
}

function isSource(text: string): boolean {
  return /^[A-Z]{1,20}$/.test(text);
}

/** Whether a text can be the name of a bucket: lowercase letters, digits, hyphens, and dots, and no dot at its beginning. */
export function isBucket(text: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{2,62}$/.test(text);
}

/** Whether a text can be a folder in a bucket: at most 1,024 characters, the most that an object's name has. */
export function isPrefix(text: string): boolean {
  return text.length <= 1024 && !/\p{Cc}|\p{Cs}/u.test(text);
}
