/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many entries the page has, including those that can't be read. */
  readonly size: number;
  /** How many entries the whole list has; `undefined` if the answer doesn't have it. */
  readonly total: number | undefined;
}

/** How much of a list was read. */
export interface ListExtent {
  /** The number of entries that were read. */
  readonly read: number;
  /** Whether these are all. */
  readonly isComplete: boolean;
}

/** The query parameters of a page. */
export interface PageQuery {
  readonly offset: string;
  readonly limit: string;
}

/** Which entries of a list a page has. */
export interface PageRange {
  readonly offset: number;
  readonly limit: number;
}

/** The most entries that a page may have, and the largest `offset`, that the service accepts (ListJobsByInstance). */
export const largestLimit = 1000;
const largestOffset = 1000;
/** As many entries are read at a time where the user reads on. */
export const pageSize = 100;
/** A list with small pages is read up to this many pages. */
const mostPages = 100;

/**
 * Reads a list page by page, as far as the service allows: `offset` and `limit` end at 1,000 each. The service may return
 * fewer entries than the limit, so each page starts where the one before has ended.
 * @param readPage makes the request for a page; throws ApiError
 */
export async function readPages<T>(
  readPage: (query: PageQuery) => Promise<Page<T>>,
): Promise<ListExtent & { readonly items: readonly T[] }> {
  const pages: Page<T>[] = [];
  let read = 0;
  let isEnd = false;
  while (!isEnd && pages.length < mostPages) {
    const page = await readPage({ offset: String(read), limit: String(largestLimit) });
    pages.push(page);
    read += page.size;
    isEnd = isListEnd(read, page);
  }
  // A list that changes while it is read may have entries that aren't on any of the pages.
  return { items: pages.flatMap(({ items }) => items), read, isComplete: pages.every(({ total }) => total === read) };
}

/**
 * Returns the page to read next. The last page that can be requested is larger: no page can begin behind it.
 * @param read the number of entries that were read
 */
export function nextRange(read: number): PageRange {
  if (read >= largestOffset) return { offset: read, limit: largestLimit };
  return { offset: read, limit: Math.min(pageSize, largestOffset - read) };
}

/** Returns the pages that read again as many entries as were read: the first page where none were. */
export function sameRanges(read: number): PageRange[] {
  const first = { offset: 0, limit: Math.min(largestLimit, Math.max(pageSize, read)) };
  return read > largestLimit ? [first, { offset: largestOffset, limit: largestLimit }] : [first];
}

/**
 * Whether nothing of a list can be read behind a page.
 * @param read the number of entries that were read, with those of the page
 */
export function isListEnd(read: number, { size, total }: Pick<Page<unknown>, 'size' | 'total'>): boolean {
  return size === 0 || read > largestOffset || (total !== undefined && read >= total);
}

/** Returns the `total` of an answer; `undefined` unless it is a count. */
export function readTotal(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}
