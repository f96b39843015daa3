import { describe, expect, it, test } from 'vitest';
import type { ListedJob } from '../../../../../client/src/api/run.ts';
import { nextRange, sameRanges } from '../../../../../client/src/api/paging.ts';
import { noPages, unlisted, withPage, type TypePages } from '../../../../../client/src/jobs/list/typePages.ts';

function jobs(from: number, count: number): ListedJob[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `id-${from + index}`,
    name: undefined,
    type: undefined,
    status: undefined,
    createdAt: undefined,
    startedAt: undefined,
    endedAt: undefined,
    duration: undefined,
    summary: undefined,
  }));
}

/** What was read of a list with so many entries, after so many pages. */
function readPages(total: number, pages = Infinity): { readonly read: TypePages; readonly ranges: string[] } {
  const ranges: string[] = [];
  let read = noPages('METADATA_DISCOVERY');
  while (!read.isEnd && ranges.length < pages) {
    const { offset, limit } = nextRange(read.read);
    ranges.push(`${offset}+${limit}`);
    const size = Math.max(0, Math.min(limit, total - offset));
    read = withPage(read, { items: jobs(offset, size), size, total });
  }
  return { read, ranges };
}

describe('the jobs of a type', () => {
  it.each([
    [0, ['0+100'], 0],
    [99, ['0+100'], 0],
    [100, ['0+100'], 0],
    [101, ['0+100', '100+100'], 0],
    [1000, Array.from({ length: 10 }, (_, page) => `${page * 100}+100`), 0],
    [2000, [...Array.from({ length: 10 }, (_, page) => `${page * 100}+100`), '1000+1000'], 0],
    [2345, [...Array.from({ length: 10 }, (_, page) => `${page * 100}+100`), '1000+1000'], 345],
  ])('are read in pages: %i of them', (total, ranges, left) => {
    const all = readPages(total);
    expect(all.ranges).toEqual(ranges);
    expect(all.read.jobs).toHaveLength(total - left);
    expect(unlisted(all.read)).toBe(left);
  });

  it('of a service that returns shorter pages are read up to the largest offset', () => {
    let read: TypePages = noPages('METADATA_DISCOVERY');
    const offsets: number[] = [];
    while (!read.isEnd) {
      const { offset } = nextRange(read.read);
      offsets.push(offset);
      read = withPage(read, { items: jobs(offset, 70), size: 70, total: 5_000 });
    }
    expect(offsets.at(-1)).toBeLessThanOrEqual(1000);
    expect(unlisted(read)).toBe(5_000 - read.read);
  });

  it('are listed once, though they are on two pages', () => {
    const page = { items: jobs(0, 2), size: 2, total: 4 };
    expect(withPage(withPage(noPages('METADATA_DISCOVERY'), page), page).jobs).toHaveLength(2);
  });
});

test.each([
  [0, ['0+100']],
  [1, ['0+100']],
  [5, ['0+500']],
  [11, ['0+1000', '1000+1000']],
])('what was read in %i pages is read again in as few requests as possible', (pages, ranges) => {
  const { read } = readPages(2345, pages);
  expect(sameRanges(read.read).map(({ offset, limit }) => `${offset}+${limit}`)).toEqual(ranges);
});
