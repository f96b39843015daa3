/** As many requests are made at a time, so that a small instance has room for others. */
const mostAtOnce = 4;

/**
 * Runs a task for each item in their order, at most four at a time. Starts no more where one fails, or once `goesOn` returns
 * `false`. Ends when everything that was started has ended.
 * @throws what the first task that fails throws
 */
export async function concurrently<Item>(
  items: readonly Item[],
  task: (item: Item) => Promise<void>,
  goesOn: () => boolean = () => true,
): Promise<void> {
  const waiting = items.values();
  let hasFailed = false;
  const work = async (): Promise<void> => {
    while (!hasFailed && goesOn()) {
      const next = waiting.next();
      if (next.done === true) return;
      try {
        await task(next.value);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: mostAtOnce }, work));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}
