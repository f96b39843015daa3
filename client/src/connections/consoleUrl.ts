import { isResourceId } from '../api/resourceId.ts';
import type { Draft } from './connection.ts';

/** The domains of the console and of the APIs, with those of Europe and of the partner in Chinese regions. */
const domains = /(?:^|\.)(?:huaweicloud|myhuaweicloud)\.(?:com|eu)$/;

const region = /^[a-z]{2,3}(?:-[a-z]+)+-\d+$/;
const projectId = /^[0-9a-f]{32}$/i;
const instanceId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Reads what a URL of Huawei Cloud's console or of LakeFormation's API has of a connection: the region, from the query or
 * the host, and the project and the instance where they are in it. No address is taken from it.
 * @returns `undefined` if it isn't a URL of the console, or has no region
 */
export function readConsoleUrl(text: string): Pick<Draft, 'region' | 'projectId' | 'instanceId'> | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' || !domains.test(url.hostname)) return undefined;
  const parts = [url.pathname, url.search, url.hash].flatMap((part) => part.split(/[^A-Za-z0-9-]+/));
  const query = new URLSearchParams([...url.searchParams, ...new URLSearchParams(url.hash.split('?')[1] ?? '')]);
  const found = [query.get('region') ?? '', ...url.hostname.split('.')].find((part) => region.test(part));
  if (found === undefined) return undefined;
  return {
    region: found,
    projectId: parts.find((part) => projectId.test(part) && isResourceId(part)) ?? '',
    instanceId: parts.find((part) => instanceId.test(part)) ?? '',
  };
}
