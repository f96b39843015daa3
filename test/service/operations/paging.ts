import { filterStatuses } from '../jobs.ts';

/** The part of a list that `offset` (0-1000) and `limit` (1-1000) ask for; `undefined` when one is missing or wrong. */
export function page<T>(items: readonly T[], query: URLSearchParams): readonly T[] | undefined {
  const offset = integer(query.get('offset'), 0, 1000);
  const limit = integer(query.get('limit'), 1, 1000);
  return offset === undefined || limit === undefined ? undefined : items.slice(offset, offset + limit);
}

/** Whether the query's `status` is left out or one that can be filtered by. */
export function hasKnownStatus(query: URLSearchParams): boolean {
  const status = query.get('status');
  return status === null || filterStatuses.some((known) => known === status);
}

/** Whether an item has the status that the query asks for, if it asks for one. */
export function matchesStatus({ status }: { readonly status: string }, query: URLSearchParams): boolean {
  return [null, status].includes(query.get('status'));
}

function integer(text: string | null, least: number, most: number): number | undefined {
  const value = text !== null && /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
