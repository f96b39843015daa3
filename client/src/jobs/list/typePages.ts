import type { PageRange } from '../../api/jobRuns.ts';
import type { Page } from '../../api/paging.ts';
import type { ListedJob } from '../../api/run.ts';

/** The jobs of one type, as far as they were read. */
export interface TypePages {
  readonly type: string;
  readonly jobs: readonly ListedJob[];
  /** The number of entries that were read: where the next page begins. */
  readonly read: number;
  /** How many there are, as far as the service reports. */
  readonly total: number | undefined;
  /** Whether there are no more that can be read. */
  readonly isEnd: boolean;
}

/** As many jobs are read at a time. */
export const pageSize = 100;

/** The largest `offset` and the largest `limit` that the service accepts (ListJobsByInstance). */
const largestOffset = 1000;
const largestLimit = 1000;

/** Returns the jobs of a type of which nothing was read. */
export function noPages(type: string): TypePages {
  return { type, jobs: [], read: 0, total: undefined, isEnd: false };
}

/** Returns what to request next. The last page that can be requested is larger: no page can begin behind it. */
export function nextRange({ read }: TypePages): PageRange {
  if (read >= largestOffset) return { offset: read, limit: largestLimit };
  return { offset: read, limit: Math.min(pageSize, largestOffset - read) };
}

/** Returns the requests that read again what was read: those of the first page where nothing was. */
export function sameRanges({ read }: TypePages): PageRange[] {
  const first = { offset: 0, limit: Math.min(largestLimit, Math.max(pageSize, read)) };
  return read > largestLimit ? [first, { offset: largestOffset, limit: largestLimit }] : [first];
}

/** Adds a page. A job that is on two pages, as the list has changed between them, is listed once. */
export function withPage(pages: TypePages, { items, size, total }: Page<ListedJob>): TypePages {
  const read = pages.read + size;
  const jobs = [...new Map([...pages.jobs, ...items].map((job) => [job.id, job])).values()];
  return {
    ...pages,
    jobs,
    read,
    total,
    isEnd: size === 0 || read > largestOffset || (total !== undefined && read >= total),
  };
}

/** Returns how many jobs there are that the service doesn't list. */
export function unlisted({ isEnd, total = 0, read }: TypePages): number {
  return isEnd ? Math.max(0, total - read) : 0;
}
