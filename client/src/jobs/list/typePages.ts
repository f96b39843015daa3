import { isListEnd, type Page } from '../../api/paging.ts';
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

/** Returns the jobs of a type of which nothing was read. */
export function noPages(type: string): TypePages {
  return { type, jobs: [], read: 0, total: undefined, isEnd: false };
}

/** Adds a page. A job that is on two pages, as the list has changed between them, is listed once. */
export function withPage(pages: TypePages, page: Page<ListedJob>): TypePages {
  const { items, size, total } = page;
  const read = pages.read + size;
  const jobs = [...new Map([...pages.jobs, ...items].map((job) => [job.id, job])).values()];
  return { ...pages, jobs, read, total, isEnd: isListEnd(read, page) };
}

/** Returns how many jobs there are that the service doesn't list. */
export function unlisted({ isEnd, total = 0, read }: TypePages): number {
  return isEnd ? Math.max(0, total - read) : 0;
}
