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

/** The most entries that a page may have. */
const pageSize = 1000;
/** The largest `offset` that the service accepts. */
const largestOffset = 1000;
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
  while (!isEnd && read <= largestOffset && pages.length < mostPages) {
    const page = await readPage({ offset: String(read), limit: String(pageSize) });
    pages.push(page);
    read += page.size;
    isEnd = page.size === 0 || (page.total !== undefined && read >= page.total);
  }
  // A list that changes while it is read may have entries that aren't on any of the pages.
  return { items: pages.flatMap(({ items }) => items), read, isComplete: pages.every(({ total }) => total === read) };
}

/** Returns the `total` of an answer; `undefined` unless it is a count. */
export function readTotal(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}
