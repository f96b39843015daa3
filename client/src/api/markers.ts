import { isObject } from '../../../language/src/documents/value.ts';
import { text } from './types.ts';

/** One page of a list that goes on behind a marker. */
export interface MarkedPage {
  readonly entries: readonly unknown[];
  /** Where the next page begins; `undefined` on the last one. */
  readonly next: string | undefined;
}

/** The entries of a list, as far as they were read. */
export interface MarkedList {
  readonly entries: readonly unknown[];
  readonly isWhole: boolean;
}

/** More pages aren't read. */
const mostPages = 5;

/**
 * Reads a list page by page, each from the marker that the one before names.
 * @param readPage makes the request for a page; throws ApiError
 */
export async function readMarkedPages(
  readPage: (marker: string | undefined) => Promise<MarkedPage>,
): Promise<MarkedList> {
  const entries: unknown[] = [];
  const passed = new Set<string>();
  let marker: string | undefined;
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await readPage(marker);
    entries.push(...page.entries);
    if (page.next === undefined) return { entries, isWhole: true };
    // A marker that comes again leads to the same page.
    if (passed.has(page.next)) break;
    passed.add(page.next);
    marker = page.next;
  }
  return { entries, isWhole: false };
}

/** Returns the marker of the next page in the `page_info` of a response. */
export function nextMarkerIn(pageInfo: unknown): string | undefined {
  return isObject(pageInfo) ? text(pageInfo.next_marker) : undefined;
}
