/**
 * Starts work for each item, at most `limit` at a time, and yields the results in the order of the items. The work may not
 * reject.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  start: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = [];
  for (const item of items) {
    pending.push(start(item));
    if (pending.length < limit) continue;
    const first = pending.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of pending) yield await result;
}
