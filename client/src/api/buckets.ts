import { childValue, isObject } from '../../../language/src/documents/value.ts';
import { get, type ReadOptions } from './get.ts';
import { unreadable } from './http.ts';
import { readMarkedPages, type MarkedPage } from './markers.ts';
import { readNames, type NameList } from './nameList.ts';
import { readPages, readTotal } from './paging.ts';
import { text } from './types.ts';

/** The project with the buckets: LakeFormation lists them itself. */
export interface BucketsAddress {
  /** Scheme, host and port of LakeFormation. */
  readonly endpoint: string;
  readonly projectId: string;
}

/** The objects that a page has. */
const pageSize = 1000;

/**
 * The OBS buckets: `GET /v1/{project_id}/obs/buckets` (ListObsBuckets).
 * @throws ApiError
 */
export async function listBuckets(address: BucketsAddress, options: ReadOptions): Promise<NameList> {
  const { items, isComplete } = await readPages(async (page) => {
    const query = new URLSearchParams({ ...page });
    const answer = await get(`${bucketsUrl(address)}?${query.toString()}`, options);
    const { json } = answer;
    if (!isObject(json) || !Array.isArray(json.buckets)) throw unreadable(answer, options.http);
    const buckets: readonly unknown[] = json.buckets;
    return { items: buckets, size: buckets.length, total: readTotal(json.total) };
  });
  const read = (entry: unknown): { name: unknown; description: unknown } => ({
    name: childValue(entry, 'name'),
    description: childValue(entry, 'location'),
  });
  return readNames(items, read, isComplete, options.http);
}

/**
 * The folders right below a folder of a bucket, from the names of the objects in it: `GET …/obs/buckets/{bucket_name}`
 * (ListObsObject). A folder with more objects than a page has is passed over where the service names the object that the next
 * page begins with: objects are listed in the order of their names.
 * @param prefix empty, or ends with a slash
 * @throws ApiError
 */
export async function listFolders(
  address: BucketsAddress,
  bucket: string,
  prefix: string,
  options: ReadOptions,
): Promise<NameList> {
  const { entries, isWhole } = await readMarkedPages(async (marker) => {
    const { entries: objects, next } = await readObjects(address, bucket, { prefix, limit: pageSize, marker }, options);
    const folders = new Set(objects.map((name) => folderIn(name, prefix)).filter((folder) => folder !== undefined));
    const nextFolder = next === undefined ? undefined : folderIn(next, prefix);
    const isPassed = nextFolder !== undefined && folders.has(nextFolder);
    // "0" is the character behind "/".
    return { entries: [...folders], next: isPassed ? `${prefix}${nextFolder}0` : next };
  });
  return readNames(entries, (name) => ({ name }), isWhole, options.http);
}

/**
 * Returns whether a folder of a bucket exists: whether there is an object in it.
 * @param prefix empty, or ends with a slash
 * @throws ApiError
 */
export async function hasObjects(
  address: BucketsAddress,
  bucket: string,
  prefix: string,
  options: ReadOptions,
): Promise<boolean> {
  const { entries } = await readObjects(address, bucket, { prefix, limit: 1, marker: undefined }, options);
  return entries.length > 0;
}

/**
 * Returns whether a bucket has an object: in the order of their names, it is the first one that begins with its name.
 * @throws ApiError
 */
export async function hasObject(
  address: BucketsAddress,
  bucket: string,
  name: string,
  options: ReadOptions,
): Promise<boolean> {
  const { entries } = await readObjects(address, bucket, { prefix: name, limit: 1, marker: undefined }, options);
  return entries[0] === name;
}

interface ObjectQuery {
  readonly prefix: string;
  readonly limit: number;
  readonly marker: string | undefined;
}

async function readObjects(
  address: BucketsAddress,
  bucket: string,
  { prefix, limit, marker }: ObjectQuery,
  options: ReadOptions,
): Promise<MarkedPage> {
  const query = new URLSearchParams({
    limit: String(limit),
    ...(prefix !== '' && { prefix }),
    ...(marker !== undefined && { marker }),
  });
  const answer = await get(`${bucketsUrl(address)}/${encodeURIComponent(bucket)}?${query.toString()}`, options);
  const { json } = answer;
  if (!isObject(json) || !Array.isArray(json.object_names)) throw unreadable(answer, options.http);
  return { entries: json.object_names, next: text(json.next_marker) };
}

/** The folder right below another one that an object is in; `undefined` for an object that is in none. */
function folderIn(name: unknown, prefix: string): string | undefined {
  if (typeof name !== 'string' || !name.startsWith(prefix)) return undefined;
  const end = name.indexOf('/', prefix.length);
  return end > prefix.length ? name.slice(prefix.length, end) : undefined;
}

function bucketsUrl({ endpoint, projectId }: BucketsAddress): string {
  return `${endpoint}/v1/${encodeURIComponent(projectId)}/obs/buckets`;
}
