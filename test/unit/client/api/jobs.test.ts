import { describe, expect, test } from 'vitest';
import { JobsApi, type NamedJobs } from '../../../../client/src/api/jobs.ts';

/** A job list, and how the service returns it. */
interface List {
  readonly jobs: readonly unknown[];
  /** What the service returns instead of their number. */
  readonly total?: (offset: number) => unknown;
  /** The most that a page has, whatever is asked for. */
  readonly pageSize?: number;
}

/** Looks for the jobs named `wanted`. */
async function found(list: List): Promise<NamedJobs & { readonly offsets: readonly number[] }> {
  const offsets: number[] = [];
  const api = new JobsApi({
    endpoint: 'https://host',
    projectId: 'p',
    instanceId: 'i',
    credential: { kind: 'token', token: 't' },
    timeout: 20_000,
    onExchange: () => undefined,
    now: Date.now,
    redact: (text) => text,
    fetch: async (url) => {
      const query = new URL(url).searchParams;
      const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))];
      offsets.push(offset);
      const total = list.total ? list.total(offset) : list.jobs.length;
      const jobs = list.jobs.slice(offset, offset + Math.min(limit, list.pageSize ?? limit));
      return Promise.resolve(Response.json({ total, jobs }));
    },
  });
  return { ...(await api.named('wanted', 'type', { signal: new AbortController().signal })), offsets };
}

const wanted = { id: 'w', name: 'wanted' };
const others = (count: number): unknown[] =>
  Array.from({ length: count }, (_, index) => ({ id: `o${index}`, name: 'wanted_too' }));

describe('the jobs of a name', () => {
  test.each<[string, List, number[]]>([
    ['of one page', { jobs: [...others(10), wanted] }, [0]],
    ['of an empty list', { jobs: [] }, [0]],
    ['of two full pages', { jobs: [...others(1999), wanted] }, [0, 1000]],
    ['of pages that are smaller than asked for', { jobs: [...others(249), wanted], pageSize: 100 }, [0, 100, 200]],
  ])('are all known %s', async (_, list, offsets) => {
    const expected = list.jobs.length === 0 ? [] : [{ ...wanted, status: undefined }];
    expect(await found(list)).toEqual({ jobs: expected, read: list.jobs.length, isComplete: true, offsets });
  });

  test.each<[string, List, { read: number; requests: number }]>([
    ['beyond the largest offset', { jobs: [wanted, ...others(2000)] }, { read: 2000, requests: 2 }],
    ['of very small pages', { jobs: [wanted, ...others(1999)], pageSize: 3 }, { read: 300, requests: 100 }],
    ['without a total', { jobs: [wanted], total: () => undefined }, { read: 1, requests: 2 }],
    ['with a total that is a string', { jobs: [wanted], total: () => '1' }, { read: 1, requests: 2 }],
    ['with a total that is no count', { jobs: [wanted], total: () => -1 }, { read: 1, requests: 2 }],
    ['with more jobs than it returns', { jobs: [wanted], total: () => 2 }, { read: 1, requests: 2 }],
    ['with fewer jobs than it returns', { jobs: [wanted], total: () => 0 }, { read: 1, requests: 1 }],
    [
      'that changes while it is read',
      { jobs: [wanted, ...others(149)], pageSize: 100, total: (offset) => (offset === 0 ? 151 : 150) },
      { read: 150, requests: 2 },
    ],
    ['with a job without an ID', { jobs: [wanted, { name: 'wanted' }] }, { read: 2, requests: 1 }],
    [
      'with a job whose ID is no segment of a path',
      { jobs: [wanted, { id: '..', name: 'wanted' }] },
      { read: 2, requests: 1 },
    ],
    ['with a job without a name', { jobs: [wanted, { id: 'x' }] }, { read: 2, requests: 1 }],
    ['with something that is no job', { jobs: [wanted, null] }, { read: 2, requests: 1 }],
  ])('may be more in a list %s', async (_, list, { read, requests }) => {
    const { offsets, ...named } = await found(list);
    expect(named).toEqual({ jobs: [{ ...wanted, status: undefined }], read, isComplete: false });
    expect(offsets).toHaveLength(requests);
  });

  test('are each one job, also on two pages', async () => {
    expect((await found({ jobs: [wanted, ...others(3), wanted], pageSize: 2 })).jobs).toHaveLength(1);
  });
});
