/** The part of a list that `offset` (0-1000) and `limit` (1-1000) ask for; both are mandatory (ListJobsByInstance). */
export function page<T>(items: readonly T[], query: URLSearchParams): readonly T[] | undefined {
  const offset = number(query.get('offset'), 0, 1000);
  const limit = number(query.get('limit'), 1, 1000);
  return offset === undefined || limit === undefined ? undefined : items.slice(offset, offset + limit);
}

function number(text: string | null, least: number, most: number): number | undefined {
  const value = text !== null && /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
